import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { MailInboxCheckmarkRegular } from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { type MyRequest, myRequestsQuery } from "../apps/asking-queries.ts";
import { useMyAppsListStyles } from "./my-apps-list.ts";

const useStyles = makeStyles({
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  second: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

/** What one has asked for, and what came of it. */
export function RequestList(): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const query = useInfiniteQuery(myRequestsQuery);
  const requests = query.data?.pages.flatMap((page) => page.items);
  if (requests === undefined) {
    return query.error === null ? (
      <Delayed>
        <RowSkeletons />
      </Delayed>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (requests.length === 0) {
    return (
      <StatePanel icon={<MailInboxCheckmarkRegular />} title={t("client.apps.requests.none")}>
        {t("client.apps.requests.noneHow")}
      </StatePanel>
    );
  }
  return (
    <>
      <ul className={list.list}>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("client.apps.more")}
        </Button>
      )}
    </>
  );
}

const colors = { open: "informative", allowed: "success", dismissed: "warning" } as const;

function RequestRow({ request }: { request: MyRequest }): ReactElement {
  const styles = useStyles();
  const list = useMyAppsListStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const { app, state, note, answer } = request;
  const when = (date: string) => formatDate(date, { dateStyle: "medium", timeStyle: "short" });
  const outcome = {
    open: t("client.apps.requests.open"),
    allowed: t("client.apps.requests.allowed"),
    dismissed: t("client.apps.requests.dismissed"),
  }[state];
  return (
    <li className={list.row}>
      <div className={list.what}>
        <AppIdentity
          icon={app?.icon ?? null}
          name={app?.displayName ?? t("client.apps.requests.gone")}
          second={t("client.apps.requests.asked", { when: when(request.askedAt) })}
        />
        {(note !== "" || answer !== "") && (
          <div className={styles.words}>
            {note !== "" && <Text className={styles.second}>{t("client.apps.requests.note", { note })}</Text>}
            {answer !== "" && <Text>{t("client.apps.requests.answer", { answer })}</Text>}
          </div>
        )}
      </div>
      <div className={list.actions}>
        <Badge appearance="tint" color={colors[state]}>
          {request.decidedAt === null
            ? outcome
            : t("client.apps.requests.decided", { outcome, when: when(request.decidedAt) })}
        </Badge>
        {app && (
          <TextLink
            to="/apps/$appId"
            params={{ appId: app.id }}
            aria-label={t("client.team.detailsOf", { app: app.displayName })}
          >
            {t("client.team.details")}
          </TextLink>
        )}
      </div>
    </li>
  );
}
