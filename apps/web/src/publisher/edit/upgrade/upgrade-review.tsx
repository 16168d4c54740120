import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ChevronRightRegular, PersonQuestionMarkRegular } from "@fluentui/react-icons";
import { lazy, type ReactElement, type ReactNode, Suspense } from "react";
import { Delayed } from "../../../shared/feedback/delayed.tsx";
import { languageState } from "../../../shared/language/language-store.ts";
import { useText } from "../../../shared/language/text.ts";
import { useDialogStyles } from "../../../shared/layout/dialog-styles.ts";
import { Heading } from "../../../shared/layout/heading.tsx";
import { useObservable } from "../../../shared/observable.ts";
import { patiently } from "../../../shared/patient-import.ts";
import { EngineProblem } from "../../engine/engine-problem.tsx";
import type { Upgraded, UpgradeLine } from "../../engine/upgrade.ts";
import { useJob } from "../../engine/use-job.ts";

const ChangePreview = lazy(patiently(async () => ({ default: (await import("./change-preview.tsx")).ChangePreview })));

const useStyles = makeStyles({
  lines: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: "8px" },
  line: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
    "& svg": { width: "20px", height: "20px" },
  },
  decide: { color: tokens.colorStatusWarningForeground1 },
  change: { color: tokens.colorNeutralForeground3 },
  place: { color: tokens.colorNeutralForeground3, marginInlineStart: tokens.spacingHorizontalS },
  code: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface UpgradeReviewProps {
  readonly text: string;
  readonly onApply: (text: string, to: string) => void;
  readonly onClose: () => void;
}

/** What a newer version of the manifest changes and leaves to decide, before anything is changed. */
export function UpgradeReview({ text, onApply, onClose }: UpgradeReviewProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const { language } = useObservable(languageState);
  const { query } = useJob("upgrade", [text, language], { text, language });
  const { data, error, refetch } = query;
  const upgraded = data !== undefined && !("unreadable" in data) ? data : undefined;
  const isNewest = upgraded?.from === upgraded?.to;
  return (
    <DialogBody>
      <DialogTitle>{t("publisher.edit.upgrade.title")}</DialogTitle>
      <DialogContent className={dialog.content}>
        {error !== null && <EngineProblem error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && (
          <Delayed>
            <Skeleton aria-label={t("shared.loading")}>
              <SkeletonItem size={64} />
            </Skeleton>
          </Delayed>
        )}
        {data !== undefined && "unreadable" in data && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              {data.unreadable.message} {data.unreadable.fix}
            </MessageBarBody>
          </MessageBar>
        )}
        {upgraded && isNewest && <Text>{t("publisher.edit.upgrade.newest", { version: upgraded.to })}</Text>}
        {upgraded && !isNewest && <Outcome before={text} upgraded={upgraded} />}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t("shared.cancel")}</Button>
        {upgraded && !isNewest && (
          <Button appearance="primary" onClick={() => onApply(upgraded.text, upgraded.to)}>
            {t("publisher.edit.upgrade.action", { version: upgraded.to })}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}

function Outcome({ before, upgraded }: { before: string; upgraded: Upgraded }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { from, to, changes, decisions, open, text } = upgraded;
  return (
    <>
      <Text>
        {from === "" ? t("publisher.edit.upgrade.to", { to }) : t("publisher.edit.upgrade.fromTo", { from, to })}
      </Text>
      {decisions.length > 0 && (
        <Lines
          title={t("publisher.edit.upgrade.decisions", { count: decisions.length })}
          lines={decisions}
          icon={<PersonQuestionMarkRegular className={styles.decide} />}
        />
      )}
      <Lines
        title={t("publisher.edit.upgrade.changes", { count: changes.length })}
        lines={changes}
        icon={<ChevronRightRegular className={styles.change} />}
      />
      {open > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t("publisher.edit.upgrade.open", { count: open, version: to })}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.part}>
        <Heading level={3} size={300}>
          {t("publisher.edit.preview.label")}
        </Heading>
        <Suspense>
          <ChangePreview before={before} after={text} />
        </Suspense>
      </div>
    </>
  );
}

function Lines({
  title,
  lines,
  icon,
}: {
  title: string;
  lines: readonly UpgradeLine[];
  icon: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <section className={styles.part}>
      <Heading level={3} size={300}>
        {title}
      </Heading>
      <ul className={styles.lines}>
        {lines.map(({ version, pointer, words }) => (
          <li key={`${version} ${pointer} ${words}`} className={styles.line}>
            <span aria-hidden>{icon}</span>
            <Text>
              {pointer !== "" && pointer !== "/manifestVersion" && (
                <>
                  <code className={styles.code}>{pointer.slice(1).replaceAll("/", ".")}</code>{" "}
                </>
              )}
              {words}
              <Text size={200} className={styles.place}>
                {t("publisher.edit.since", { version })}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
