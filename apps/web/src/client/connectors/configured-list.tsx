import { Button } from "@fluentui/react-components";
import { DeleteRegular, LinkRegular, PlugDisconnectedRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { ConfiguredConnector } from "./connector-queries.ts";
import { ConnectorRow, useRowListStyles } from "./connector-row.tsx";
import { matches } from "./matches.ts";
import { NothingFound } from "./nothing-found.tsx";

/** Connectors that post into the channel: who configured them and when. */
export function ConfiguredList({
  configured,
  find,
}: {
  configured: readonly ConfiguredConnector[];
  find: string;
}): ReactElement {
  const styles = useRowListStyles();
  const t = useText();
  const intl = useIntl();
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
      {shown.map(({ id, app, name, configuredBy: person, changedAt }) => {
        const when = intl.formatDate(changedAt, { dateStyle: "medium" });
        const who =
          person === null ? t("client.connectors.when", { when }) : t("client.connectors.whoWhen", { person, when });
        return (
          <ConnectorRow
            key={id}
            icon={app.icon}
            name={name}
            second={name === app.displayName ? who : t("client.connectors.appAnd", { app: app.displayName, rest: who })}
            actions={
              <>
                <Button
                  size="small"
                  icon={<LinkRegular />}
                  aria-label={t("client.connectors.webhookOf", { name })}
                  title={t("client.webhook.address")}
                  onClick={() => go(id, "webhook")}
                />
                <Button size="small" aria-label={t("client.connectors.modifyThis", { name })} onClick={() => go(id)}>
                  {t("client.connectors.modify")}
                </Button>
                <Button
                  size="small"
                  icon={<DeleteRegular />}
                  aria-label={t("client.connectors.removeThis", { name })}
                  title={t("client.connectors.remove")}
                  onClick={() => go(id, "remove")}
                />
              </>
            }
          />
        );
      })}
    </ul>
  );
}
