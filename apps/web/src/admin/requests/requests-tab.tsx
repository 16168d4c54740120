import { Button, Card, makeStyles, Text, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import {
  CheckmarkCircleRegular,
  DismissCircleRegular,
  PersonAvailableRegular,
  PersonClockRegular,
} from "@fluentui/react-icons";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { FormattedDate } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { Initials } from "../../shared/parts/initials.tsx";
import { patiently } from "../../shared/patient-import.ts";
import type { AppDetails } from "../apps/app-queries.ts";
import type { RequestAnswer } from "./answer-dialog.tsx";
import { type OpenRequest, useOpenRequests } from "./request-queries.ts";

const AnswerDialog = lazy(patiently(async () => ({ default: (await import("./answer-dialog.tsx")).AnswerDialog })));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "800px" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  card: { flexDirection: "row", alignItems: "flex-start", columnGap: tokens.spacingHorizontalM },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0, flexGrow: 1 },
  note: { whiteSpace: "pre-line", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

function Request({ request, appId }: { request: OpenRequest; appId: string }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { person, note, askedAt } = request;
  return (
    <Card appearance="outline" className={styles.card}>
      <Initials name={person.displayName} />
      <div className={styles.words}>
        <Text weight="semibold">{person.displayName}</Text>
        <Text className={note === "" ? styles.quiet : styles.note}>
          {note === "" ? t("admin.requests.noNote") : note}
        </Text>
        <Text size={200} className={styles.quiet}>
          <FormattedDate value={askedAt} dateStyle="long" timeStyle="short" />
        </Text>
        <span>
          <TextLink to="/admin/apps/$appId" params={{ appId }} search={{ tab: "access", person: person.id }}>
            {t("admin.requests.why", { person: person.displayName })}
          </TextLink>
        </span>
      </div>
    </Card>
  );
}

/** Who waits for the app and why, and the answers an administrator can give. */
export function RequestsTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useOpenRequests(app.id);
  const restoreFocus = useRestoreFocusTarget();
  const [answer, setAnswer] = useState<RequestAnswer>();
  const buttons = [
    { answer: "askers", icon: <PersonAvailableRegular />, label: t("admin.requests.allowAskers") },
    { answer: "everyone", icon: <CheckmarkCircleRegular />, label: t("admin.requests.allowEveryone") },
    { answer: "dismiss", icon: <DismissCircleRegular />, label: t("admin.requests.dismiss") },
  ] as const;
  return (
    <div className={styles.root}>
      <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
        {(requests) =>
          requests.length === 0 ? (
            <StatePanel icon={<PersonClockRegular />} title={t("admin.requests.none.title")}>
              {t("admin.requests.none.text")}
            </StatePanel>
          ) : (
            <>
              <Heading level={2} size={400}>
                {query.complete
                  ? t("admin.requests.waiting", { count: requests.length })
                  : t("admin.requests.waitingMore", { count: requests.length })}
              </Heading>
              <div className={styles.actions}>
                {buttons.map((one, index) => (
                  <Button
                    key={one.answer}
                    appearance={index === 0 ? "primary" : "secondary"}
                    icon={one.icon}
                    onClick={() => setAnswer(one.answer)}
                    {...restoreFocus}
                  >
                    {one.label}
                  </Button>
                ))}
              </div>
              <ul className={styles.list}>
                {requests.map((request) => (
                  <li key={request.id}>
                    <Request request={request} appId={app.id} />
                  </li>
                ))}
              </ul>
              {!query.complete && <Button onClick={query.readOn}>{t("admin.requests.more")}</Button>}
            </>
          )
        }
      </QueryView>
      {answer !== undefined && (
        <Suspense>
          <AnswerDialog app={app} answer={answer} onClose={() => setAnswer(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
