import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircleRegular, WrenchRegular } from "@fluentui/react-icons";
import { type ReactElement, type RefObject, useMemo, useState } from "react";
import { Delayed } from "../../../shared/feedback/delayed.tsx";
import { type FindingEntry, firstEntries, groupFindings } from "../../../shared/findings/group-findings.ts";
import { useText } from "../../../shared/language/text.ts";
import { Heading } from "../../../shared/layout/heading.tsx";
import { useFaultText } from "../../engine/engine-problem.tsx";
import type { Linted } from "../../engine/lint.ts";
import type { FindingPlace, QuickFix } from "../../engine/quick-fixes.ts";
import type { Linting } from "../draft/use-linted.ts";
import { FindingRow } from "./finding-row.tsx";

/** More than anybody corrects at once. */
const shownAtOnce = 100;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", minHeight: 0, gap: tokens.spacingVerticalS },
  top: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  summary: { color: tokens.colorNeutralForeground2, flexGrow: 1 },
  rows: { overflow: "auto", minHeight: 0, flexGrow: 1 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  clean: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "start", "& svg": { flexShrink: 0 } },
  cleanIcon: {
    color: tokens.colorStatusSuccessForeground1,
    display: "flex",
    "& svg": { width: "20px", height: "20px" },
  },
});

export interface FindingActions {
  readonly onJump: (place: FindingPlace) => void;
  readonly onFix: (fix: QuickFix) => void;
  /** Mends everything that leaves no choice. */
  readonly onMend: (text: string) => void;
}

interface FindingsPanelProps extends FindingActions {
  readonly linting: Linting;
  /** Takes the focus when the list is asked for. */
  readonly headingRef: RefObject<HTMLDivElement | null>;
}

/** What the rules say about the text as it is now. */
export function FindingsPanel({ linting, headingRef, ...actions }: FindingsPanelProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const faultText = useFaultText();
  const { linted, error, retry } = linting;
  return (
    <section className={styles.root} aria-label={t("publisher.edit.findings")}>
      <div className={styles.top} ref={headingRef} tabIndex={-1}>
        <Heading level={2} size={400}>
          {t("publisher.edit.findings")}
        </Heading>
        <Text className={styles.summary} role="status">
          {linted && <Summary linted={linted} />}
        </Text>
        {linted?.mended && (
          <Button
            size="small"
            icon={<WrenchRegular />}
            title={linted.mended.words.join("\n")}
            onClick={() => actions.onMend(linted.mended?.text ?? linted.text)}
          >
            {t("publisher.edit.mend", { count: linted.mended.words.length })}
          </Button>
        )}
      </div>
      {error !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{faultText(error).title}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={retry}>{t("shared.tryAgain")}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {linted === undefined && error === null && (
        <Delayed>
          <Text>{t("publisher.edit.checking")}</Text>
        </Delayed>
      )}
      {linted !== undefined && <Rows linted={linted} {...actions} />}
    </section>
  );
}

function Summary({ linted: { findings } }: { linted: Linted }): string {
  const t = useText();
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    [count("error"), "shared.findings.errors"],
    [count("warning"), "shared.findings.warnings"],
    [count("suggestion"), "shared.findings.suggestions"],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, id]) => t(id, { count: number }))
    .join(", ");
}

function Rows({ linted, onJump, onFix }: { linted: Linted } & FindingActions): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [most, setMost] = useState(shownAtOnce);
  const groups = useMemo(() => groupFindings(linted.findings), [linted]);
  const places = useMemo(() => new Map(linted.findings.map((finding, at) => [finding, linted.places[at]])), [linted]);
  const all = groups.flatMap(({ entries }) => entries);
  const shown = firstEntries(groups, most).flatMap(({ entries }) => entries);
  if (all.length === 0)
    return (
      <Text className={styles.clean}>
        <span className={styles.cleanIcon} aria-hidden>
          <CheckmarkCircleRegular />
        </span>
        {t("publisher.edit.clean")}
      </Text>
    );
  return (
    <div className={styles.rows}>
      <ul className={styles.list}>
        {shown.map(({ finding, branches }: FindingEntry, at) => (
          <FindingRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the same rule may find the same thing twice in one place
            key={`${at} ${finding.rule}`}
            finding={finding}
            branches={branches}
            place={places.get(finding) ?? null}
            onJump={onJump}
            onFix={onFix}
          />
        ))}
      </ul>
      {shown.length < all.length && (
        <Button onClick={() => setMost(most + shownAtOnce)}>
          {t("shared.findings.more", { count: all.length - shown.length })}
        </Button>
      )}
    </div>
  );
}
