import { Button } from "@fluentui/react-components";
import { DeleteRegular, LinkRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { matches } from "../../shared/language/matches.ts";
import { useText } from "../../shared/language/text.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import type { Team } from "../../shared/teams.ts";
import { useConfiguredText } from "./configured-text.ts";
import type { ChannelWebhook } from "./connector-queries.ts";
import { ConnectorRow, useRowListStyles } from "./connector-row.tsx";
import { CopyAddress } from "./copy-address.tsx";
import { NothingFound } from "./nothing-found.tsx";

interface WebhookListProps {
  readonly team: Team;
  readonly webhooks: readonly ChannelWebhook[];
  readonly find: string;
  readonly mayConfigure: boolean;
  readonly mayRemove: boolean;
}

/** Webhooks that were made by hand in the channel. */
export function WebhookList({ team, webhooks, find, mayConfigure, mayRemove }: WebhookListProps): ReactElement {
  const styles = useRowListStyles();
  const t = useText();
  const configuredText = useConfiguredText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const create = (
    <Button
      appearance="primary"
      disabledFocusable={!mayConfigure}
      onClick={() => mayConfigure && void navigate({ search: { connectors: "webhooks", step: "new" } })}
    >
      {t("client.webhooks.create")}
    </Button>
  );
  if (webhooks.length === 0) {
    return (
      <StatePanel icon={<LinkRegular />} title={t("client.webhooks.none")} actions={create}>
        {t("client.webhooks.noneHow")}
      </StatePanel>
    );
  }
  const shown = webhooks.filter(({ name }) => matches(find, name));
  return (
    <>
      <div>{create}</div>
      {shown.length === 0 && <NothingFound find={find} />}
      <ul className={styles.list}>
        {shown.map((webhook) => (
          <ConnectorRow
            key={webhook.id}
            icon={webhook.icon}
            name={webhook.name}
            second={configuredText(webhook)}
            actions={
              <>
                <CopyAddress configurationId={webhook.id} name={webhook.name} />
                <ButtonLink
                  size="small"
                  to="/teams/$teamId/connectors/$configurationId"
                  params={{ teamId: team.id, configurationId: webhook.id }}
                  aria-label={t("client.connectors.manageThis", { name: webhook.name })}
                >
                  {t("client.connectors.manage")}
                </ButtonLink>
                {mayRemove && (
                  <Button
                    size="small"
                    icon={<DeleteRegular />}
                    aria-label={t("client.connectors.removeThis", { name: webhook.name })}
                    title={t("client.connectors.remove")}
                    onClick={() =>
                      void navigate({ search: { connectors: "webhooks", configuration: webhook.id, step: "remove" } })
                    }
                  />
                )}
              </>
            }
          />
        ))}
      </ul>
    </>
  );
}
