import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { type ConsideredChange, type Impact, impactQuery } from "./impact-query.ts";

/** So many apps are named; the rest is counted. */
const mostNamed = 5;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  bar: { overflowWrap: "anywhere" },
});

/** What if? Before a change is saved: how many people gain or lose which apps. */
export function ImpactNote({ change }: { change: ConsideredChange }): ReactElement {
  const { data, error, refetch } = useQuery(impactQuery(useDeferredValue(change)));
  if (data !== undefined) return <ImpactText impact={data} />;
  if (error !== null) return <ProblemBar error={error} onRetry={() => void refetch()} />;
  return (
    <Delayed>
      <Skeleton>
        <SkeletonItem size={32} />
      </Skeleton>
    </Delayed>
  );
}

function ImpactText({ impact }: { impact: Impact }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { apps, appsGained, appsLost } = impact;
  const named = apps.slice(0, mostNamed);
  const others = Math.max(appsGained, appsLost, apps.length) - named.length;
  const [only] = apps;
  if (only === undefined) {
    return (
      <MessageBar intent="info" layout="multiline" role="status">
        <MessageBarBody>{t("admin.impact.nobody")}</MessageBarBody>
      </MessageBar>
    );
  }
  const words = (one: (typeof apps)[number]) => t("admin.impact.people", { gain: one.gain, lose: one.lose });
  return (
    <MessageBar intent={appsLost > 0 ? "warning" : "info"} layout="multiline" role="status" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t("admin.impact.title")}</MessageBarTitle>{" "}
        {apps.length === 1 ? (
          words(only)
        ) : (
          <ul className={styles.list}>
            {named.map((one) => (
              <li key={one.app.id}>
                <Text weight="semibold">{one.app.displayName}</Text>: {words(one)}
              </li>
            ))}
            {others > 0 && <li>{t("admin.impact.others", { count: others })}</li>}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
