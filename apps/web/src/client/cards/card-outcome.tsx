import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowSyncCircleRegular, CheckmarkCircleRegular } from "@fluentui/react-icons";
import { lazy, type ReactElement, Suspense } from "react";
import { FormattedDate, FormattedTime, useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import type { Message } from "../../shared/live/live-protocol.ts";
import { patiently } from "../../shared/patient-import.ts";
import type { PressState } from "./use-card-press.ts";

export type CardStatus = Message["statuses"][number];

/** What goes wrong is rare, and comes when it is needed. */
const PressFailure = lazy(patiently(async () => ({ default: (await import("./press-failure.tsx")).PressFailure })));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column" },
  line: {
    display: "flex",
    alignItems: "start",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
    "& svg": { flexShrink: 0, marginBlockStart: "2px", color: tokens.colorStatusSuccessForeground1 },
  },
  words: { minWidth: 0 },
  who: { color: tokens.colorNeutralForeground3 },
  turning: {
    animationName: { from: { transform: "rotate(0deg)" }, to: { transform: "rotate(360deg)" } },
    animationDuration: "1.5s",
    animationIterationCount: "infinite",
    animationTimingFunction: "linear",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
});

interface CardOutcomeProps {
  readonly status: CardStatus | undefined;
  readonly state: PressState;
  readonly onDismiss: () => void;
}

/** Below a card: what its last press did and who pressed, that one is under way, or why one came to nothing. */
export function CardOutcome({ status, state, onDismiss }: CardOutcomeProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      {state.kind === "failed" && (
        <Suspense>
          <PressFailure error={state.error} title={state.title} onDismiss={onDismiss} />
        </Suspense>
      )}
      {/* There from the beginning, so that screen readers tell what appears in it. */}
      <div role="status" aria-atomic>
        {state.kind === "sending" ? (
          <div className={styles.line}>
            <ArrowSyncCircleRegular className={styles.turning} aria-hidden />
            <Text size={200}>{t("client.card.sending", { button: state.title })}</Text>
          </div>
        ) : (
          status && <StatusLine status={status} />
        )}
      </div>
    </div>
  );
}

function StatusLine({ status: { text, action, actor, at } }: { status: CardStatus }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return (
    <div className={styles.line}>
      <CheckmarkCircleRegular aria-hidden />
      <Text size={200} className={styles.words}>
        <Text size={200} weight="semibold">
          {text ?? t("client.card.pressed", { button: action })}
        </Text>{" "}
        <Text size={200} className={styles.who}>
          {actor.name}
          {" · "}
          <time dateTime={at} title={intl.formatDate(at, { dateStyle: "full", timeStyle: "medium" })}>
            {!isToday && (
              <>
                <FormattedDate value={at} day="numeric" month="short" />{" "}
              </>
            )}
            <FormattedTime value={at} />
          </time>
        </Text>
      </Text>
    </div>
  );
}
