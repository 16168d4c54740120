import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSwapRegular } from "@fluentui/react-icons";
import { lazy, type ReactElement, Suspense, useEffect } from "react";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { narrow } from "../../shared/layout/narrow.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { useObservable } from "../../shared/observable.ts";
import { patiently } from "../../shared/patient-import.ts";
import { type Desk, useDesk } from "../desk.ts";
import type { PackageSource } from "../source/package-source.ts";
import { StaysHere } from "../source/stays-here.tsx";
import { SourceSlot } from "./source-slot.tsx";
import { useCompared } from "./use-compared.ts";

const load = async () => ({ default: (await import("./compared-view.tsx")).ComparedView });
const ComparedView = lazy(patiently(load));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "1200px" },
  slots: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto minmax(0, 1fr)",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "stretch" },
  },
  swap: { [narrow]: { justifySelf: "center", transform: "rotate(90deg)" } },
});

/** Two versions of an app beside each other: what changed, and what that asks of people. */
export function ComparePage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [{ before, after }, change] = useDesk();
  usePageTitle(t("publisher.compare.title"));
  // Beforehand, so that what is dropped is looked at at once.
  useEffect(() => void load().catch(() => undefined), []);
  const both = before !== null && after !== null;
  return (
    <>
      <PageHeader title={t("publisher.compare.title")} subtitle={t("publisher.compare.subtitle")} />
      <div className={styles.root}>
        <StaysHere />
        {both ? (
          <Both before={before} after={after} change={change} />
        ) : (
          <div className={styles.slots}>
            <SourceSlot which="before" source={before} onChange={(source) => change({ before: source })} />
            <Swap before={before} after={after} change={change} />
            <SourceSlot which="after" source={after} onChange={(source) => change({ after: source })} />
          </div>
        )}
      </div>
    </>
  );
}

interface SwapProps {
  readonly before: PackageSource | null;
  readonly after: PackageSource | null;
  readonly change: (part: Partial<Desk>) => void;
}

function Swap({ before, after, change }: SwapProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <Button
      className={styles.swap}
      icon={<ArrowSwapRegular />}
      aria-label={t("publisher.compare.swap")}
      title={t("publisher.compare.swap")}
      disabledFocusable={before === null && after === null}
      onClick={() => change({ before: after, after: before })}
    />
  );
}

interface BothProps {
  readonly before: PackageSource;
  readonly after: PackageSource;
  readonly change: (part: Partial<Desk>) => void;
}

function Both({ before, after, change }: BothProps): ReactElement {
  const styles = useStyles();
  const { language } = useObservable(languageState);
  const job = useCompared(before, after, language);
  const { data } = job.query;
  return (
    <>
      <div className={styles.slots}>
        <SourceSlot
          which="before"
          source={before}
          side={data?.before}
          onChange={(source) => change({ before: source })}
        />
        <Swap before={before} after={after} change={change} />
        <SourceSlot which="after" source={after} side={data?.after} onChange={(source) => change({ after: source })} />
      </div>
      <Suspense fallback={null}>
        <ComparedView job={job} />
      </Suspense>
    </>
  );
}
