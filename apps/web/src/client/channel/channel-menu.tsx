import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { AppsListRegular, LinkRegular, PlugConnectedRegular } from "@fluentui/react-icons";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

/** What else one can do with a channel. */
export function ChannelMenu({ button }: { button: ReactElement }): ReactElement {
  const t = useText();
  const from = "/teams/$teamId/channels/$channelId" as const;
  const navigate = useNavigate({ from });
  const { teamId } = useParams({ from: "/frame/client/teams/$teamId/channels/$channelId" });
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<PlugConnectedRegular />} onClick={() => void navigate({ search: { connectors: "all" } })}>
            {t("client.channel.connectors")}
          </MenuItem>
          <MenuItem icon={<LinkRegular />} onClick={() => void navigate({ search: { connectors: "configured" } })}>
            {t("client.channel.webhooks")}
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
