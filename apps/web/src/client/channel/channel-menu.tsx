import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { AppsListRegular, LinkRegular, PlugConnectedRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { channelConnectorsQuery } from "../connectors/connector-queries.ts";

/** What else one can do with a channel. */
export function ChannelMenu({ button }: { button: ReactElement }): ReactElement {
  const t = useText();
  const from = "/teams/$teamId/channels/$channelId" as const;
  const navigate = useNavigate({ from });
  const { teamId, channelId } = useParams({ from: "/frame/client/teams/$teamId/channels/$channelId" });
  const queryClient = useQueryClient();

  /** To the addresses that are there, or straight to making the first. */
  async function getWebhook(): Promise<void> {
    const known = await queryClient.fetchQuery(channelConnectorsQuery(channelId)).catch(() => undefined);
    const first = known?.webhooks.length === 0;
    await navigate({ search: { connectors: "webhooks", ...(first ? { step: "new" as const } : {}) } });
  }

  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<PlugConnectedRegular />} onClick={() => void navigate({ search: { connectors: "all" } })}>
            {t("client.channel.connectors")}
          </MenuItem>
          <MenuItem icon={<LinkRegular />} onClick={() => void getWebhook()}>
            {t("client.channel.getWebhook")}
          </MenuItem>
          <MenuItem
            icon={<AppsListRegular />}
            onClick={() => void navigate({ to: "/teams/$teamId", params: { teamId } })}
          >
            {t("client.channel.teamApps")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
