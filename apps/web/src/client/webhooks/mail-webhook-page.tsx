import {
  Breadcrumb,
  BreadcrumbDivider,
  BreadcrumbItem,
  Button,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { narrow } from "../../shared/layout/narrow.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { useConfiguredText } from "../connectors/configured-text.ts";
import { mailActs, mailWebhook, mailWebhookQuery } from "./webhook.ts";
import { WebhookTabs } from "./webhook-tabs.tsx";

const route = getRouteApi("/frame/mail-webhooks/$configurationId");

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL, [narrow]: { padding: tokens.spacingHorizontalL } },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "960px" },
});

/** A webhook whose cards go by mail alone: the same tabs as a channel's. */
export function MailWebhookPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { configurationId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const configuredText = useConfiguredText();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const query = useQuery(mailWebhookQuery(configurationId));
  const acts = mailActs(configurationId);
  usePageTitle(query.data?.name);
  return (
    <div className={styles.page}>
      <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
        {(mail) => {
          const { name, team } = mail;
          const place = team === null ? t("client.webhooks.mail.ownPlace") : team.displayName;
          return (
            <div key={configurationId} className={styles.content}>
              <Breadcrumb aria-label={t("client.webhooks.trail")}>
                <BreadcrumbItem>
                  {team === null ? (
                    <TextLink to="/mail-webhooks">{t("client.webhooks.mail")}</TextLink>
                  ) : (
                    <TextLink to="/teams/$teamId" params={{ teamId: team.id }} search={{ tab: "connectors" }}>
                      {team.displayName}
                    </TextLink>
                  )}
                </BreadcrumbItem>
                <BreadcrumbDivider />
                <BreadcrumbItem>
                  <Text weight="semibold" aria-current="page">
                    {name}
                  </Text>
                </BreadcrumbItem>
              </Breadcrumb>
              <PageHeader
                title={name}
                subtitle={configuredText(mail)}
                action={
                  <Button icon={<DeleteRegular />} onClick={() => setRemoving(true)}>
                    {t("client.connectors.remove")}
                  </Button>
                }
              />
              <WebhookTabs
                webhook={mailWebhook(mail, place)}
                acts={acts}
                mayConfigure
                inTeam={team !== null}
                search={search}
                onSearch={(next) => void navigate({ search: next, replace: true })}
              />
              <ConfirmDialog
                open={removing}
                title={t("client.remove.title", { name })}
                action={t("client.connectors.remove")}
                doing={t("client.webhooks.target.removing")}
                act={async () => await acts.remove()}
                onDone={() => {
                  notify({ intent: "success", title: t("client.remove.done", { name }) });
                  void queryClient.invalidateQueries({ queryKey: ["mail-webhooks"] });
                  void (team === null
                    ? navigate({ to: "/mail-webhooks", replace: true })
                    : navigate({
                        to: "/teams/$teamId",
                        params: { teamId: team.id },
                        search: { tab: "connectors" },
                        replace: true,
                      }));
                }}
                onClose={() => setRemoving(false)}
              >
                <Text block>{t("client.webhooks.mail.lost")}</Text>
              </ConfirmDialog>
            </div>
          );
        }}
      </QueryView>
    </div>
  );
}
