import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useSession } from "../../shared/session.ts";
import { accessQuery, askingQuery, type Gate } from "../apps/asking-queries.ts";
import { refusalText } from "../apps/refusal-text.ts";

const useStyles = makeStyles({
  gates: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** Why an app was refused while one was about to add it: every gate in the way, in the words of the page that says so. */
export function RefusedBar({ appId, error }: { appId: string; error: unknown }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { organisation } = useSession();
  const { data: access } = useQuery({ ...accessQuery(appId), staleTime: 0 });
  const { data: asking } = useQuery(askingQuery(appId));
  const gates = access === undefined ? [] : [...access.gates, ...access.further].filter(({ passed }) => !passed);
  // What refused may be gone by the time one asks for it.
  if (access === undefined || gates.length === 0) return <ProblemBar error={error} />;
  const app = access.app.displayName;
  const names = { app, publisher: asking?.app?.publisherName ?? app, organisation: organisation.displayName };
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t("client.apps.refusal.title", { app })}</MessageBarTitle>
        <ul className={styles.gates}>
          {gates.map((gate) => (
            <li key={gate.gate}>
              {refusalText(gate, names, t)} <SetBy gate={gate} />
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

function SetBy({ gate }: { gate: Gate }): ReactElement | null {
  const t = useText();
  const { formatDate } = useIntl();
  if (gate.since === null || gate.setByName === null) return null;
  const since = formatDate(gate.since, { dateStyle: "long", timeStyle: "short" });
  return (
    <Text block size={200}>
      {t("client.apps.refusal.setBy", { person: gate.setByName, since })}
    </Text>
  );
}
