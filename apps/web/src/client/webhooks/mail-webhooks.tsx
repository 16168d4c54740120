import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { MailAddRegular, MailRegular } from "@fluentui/react-icons";
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { useConfiguredText } from "../connectors/configured-text.ts";
import { ConnectorRow, useRowListStyles } from "../connectors/connector-row.tsx";

const CreateMailWebhook = lazy(
  patiently(async () => ({ default: (await import("./create-mail-webhook.tsx")).CreateMailWebhook })),
);

const pageSize = "50";

/** Webhooks whose cards go by mail alone: one's own, or a team's. Oldest first, a page at a time. */
function mailWebhooksQuery(teamId: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["mail-webhooks", teamId ?? "own"],
    queryFn: async ({ pageParam }) =>
      await read(
        api["mail-webhooks"].$get({
          query: {
            limit: pageSize,
            ...(teamId === undefined ? {} : { teamId }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, maxWidth: "960px" },
  create: { alignSelf: "start" },
});

/** Webhooks of a mailbox. @param teamId a team's mail; one's own without it. */
export function MailWebhooks({ teamId }: { teamId: string | undefined }): ReactElement {
  const styles = useStyles();
  const list = useRowListStyles();
  const t = useText();
  const configuredText = useConfiguredText();
  const query = useInfiniteQuery(mailWebhooksQuery(teamId));
  const [creating, setCreating] = useState(false);
  useFocusReturn(creating);
  const create = (
    <Button className={styles.create} icon={<MailAddRegular />} onClick={() => setCreating(true)}>
      {t("client.webhooks.create")}
    </Button>
  );
  return (
    <div className={styles.root}>
      <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return (
              <StatePanel icon={<MailRegular />} title={t("client.webhooks.mail.none")} actions={create}>
                {teamId === undefined ? t("client.webhooks.mail.noneOwn") : t("client.webhooks.mail.noneTeam")}
              </StatePanel>
            );
          return (
            <>
              {create}
              <ul className={list.list}>
                {items.map((one) => (
                  <ConnectorRow
                    key={one.id}
                    icon={null}
                    name={one.name}
                    second={configuredText(one)}
                    actions={
                      <ButtonLink
                        size="small"
                        to="/mail-webhooks/$configurationId"
                        params={{ configurationId: one.id }}
                        aria-label={t("client.connectors.manageThis", { name: one.name })}
                      >
                        {t("client.connectors.manage")}
                      </ButtonLink>
                    }
                  />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t("client.apps.more")}
                </Button>
              )}
            </>
          );
        }}
      </QueryView>
      {creating && (
        <Suspense>
          <CreateMailWebhook teamId={teamId} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </div>
  );
}
