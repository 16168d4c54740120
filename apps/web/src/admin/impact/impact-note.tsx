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
import { type ReactElement, type ReactNode, useDeferredValue } from "react";
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

interface ImpactNoteProps {
  readonly change: ConsideredChange;
  /** Says why the change would be refused; undefined for what is told in the server's words. */
  readonly explain?: (refusal: Error) => ReactNode | undefined;
}

/** What if? Before a change is saved: how many people gain or lose which apps. */
export function ImpactNote({ change, explain }: ImpactNoteProps): ReactNode {
  const { data, error, refetch } = useQuery(impactQuery(useDeferredValue(change)));
  if (data !== undefined) return <ImpactText impact={data} ofOneApp={isOfOneApp(change)} />;
  if (error !== null) return explain?.(error) ?? <ProblemBar error={error} onRetry={() => void refetch()} />;
  return (
    <Delayed>
      <Skeleton>
        <SkeletonItem size={32} />
      </Skeleton>
    </Delayed>
  );
}

/** Whether it is clear without its name which app people gain or lose. */
function isOfOneApp(change: ConsideredChange): boolean {
  return change.change === "availability" || (change.change === "status" && change.apps.length === 1);
}

function ImpactText({ impact, ofOneApp }: { impact: Impact; ofOneApp: boolean }): ReactElement {
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
        {ofOneApp ? (
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
