import { Button } from "@fluentui/react-components";
import { DeleteRegular, LinkRegular, PlugDisconnectedRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { matches } from "../../shared/language/matches.ts";
import { useText } from "../../shared/language/text.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import type { Team } from "../../shared/teams.ts";
import { useConfiguredText } from "./configured-text.ts";
import type { ConfiguredConnector } from "./connector-queries.ts";
import { ConnectorRow, useRowListStyles } from "./connector-row.tsx";
import { NothingFound } from "./nothing-found.tsx";

interface ConfiguredListProps {
  readonly team: Team;
  readonly configured: readonly ConfiguredConnector[];
  readonly find: string;
  readonly mayConfigure: boolean;
  readonly mayRemove: boolean;
}

/** Connectors that post into the channel: who configured them and when, and when they were last used. */
export function ConfiguredList({ team, configured, find, mayConfigure, mayRemove }: ConfiguredListProps): ReactElement {
  const styles = useRowListStyles();
  const t = useText();
  const configuredText = useConfiguredText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const shown = configured.filter(({ name, app }) => matches(find, name, app.displayName, app.publisherName));
  if (configured.length === 0) {
    return (
      <StatePanel
        icon={<PlugDisconnectedRegular />}
        title={t("client.connectors.noneConfigured")}
        actions={
          <Button appearance="primary" onClick={() => void navigate({ search: { connectors: "all" }, replace: true })}>
            {t("client.connectors.showAll")}
          </Button>
        }
      >
        {t("client.connectors.noneConfiguredHow")}
      </StatePanel>
    );
  }
  if (shown.length === 0) return <NothingFound find={find} />;
  const go = (configuration: string, step?: "webhook" | "remove") =>
    void navigate({ search: { connectors: "configured", configuration, ...(step === undefined ? {} : { step }) } });
  return (
    <ul className={styles.list}>
      {shown.map((one) => {
        const { id, app, name } = one;
        const text = configuredText(one);
        return (
          <ConnectorRow
            key={id}
            icon={app.icon}
            name={name}
            second={
              name === app.displayName ? text : t("client.connectors.appAnd", { app: app.displayName, rest: text })
            }
            actions={
              <>
                <Button
                  size="small"
                  icon={<LinkRegular />}
                  aria-label={t("client.connectors.webhookOf", { name })}
                  title={t("client.webhook.address")}
                  onClick={() => go(id, "webhook")}
                />
                {mayConfigure && (
                  <Button size="small" aria-label={t("client.connectors.modifyThis", { name })} onClick={() => go(id)}>
                    {t("client.connectors.modify")}
                  </Button>
                )}
                <ButtonLink
                  size="small"
                  to="/teams/$teamId/connectors/$configurationId"
                  params={{ teamId: team.id, configurationId: id }}
                  aria-label={t("client.connectors.manageThis", { name })}
                >
                  {t("client.connectors.manage")}
                </ButtonLink>
                {mayRemove && (
                  <Button
                    size="small"
                    icon={<DeleteRegular />}
                    aria-label={t("client.connectors.removeThis", { name })}
                    title={t("client.connectors.remove")}
                    onClick={() => go(id, "remove")}
                  />
                )}
              </>
            }
          />
        );
      })}
    </ul>
  );
}
