import { Badge } from "@fluentui/react-components";
import { NumberSymbolRegular } from "@fluentui/react-icons";
import { type ReactElement, useMemo } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { Channel, Team } from "../../shared/teams.ts";
import type { ListColumn } from "../list/list-column.ts";
import { type ListAddress, ManagedList } from "../list/managed-list.tsx";
import type { SearchChange } from "../search-change.ts";

/** As the server gives them: General first, then by name. */
const asGiven = { column: "given", descending: false };

interface ChannelsTabProps {
  readonly team: Team;
  readonly address: ListAddress;
  readonly change: SearchChange<ListAddress>;
}

/** The channels of a team. */
export function ChannelsTab({ team, address, change }: ChannelsTabProps): ReactElement {
  const t = useText();
  const columns = useMemo(
    (): ListColumn<Channel>[] => [
      {
        id: "name",
        label: t("admin.channel.name"),
        render: (channel) => (
          <TextLink
            to="/teams/$teamId/channels/$channelId"
            params={{ teamId: channel.teamId, channelId: channel.id }}
            title={channel.displayName}
          >
            {channel.displayName}
          </TextLink>
        ),
        sortKey: (channel) => channel.displayName,
        minWidth: 160,
        grow: 3,
        rank: 0,
        control: true,
      },
      {
        id: "kind",
        label: t("admin.channel.kind"),
        render: (channel) =>
          channel.isGeneral && (
            <Badge appearance="tint" color="informative">
              {t("admin.channel.general")}
            </Badge>
          ),
        minWidth: 140,
        rank: 1,
      },
    ],
    [t],
  );
  return (
    <ManagedList
      name="channels"
      label={t("admin.team.channels")}
      query={{
        data: team.channels,
        error: null,
        refetch: async () => await Promise.reject(new Error("The channels come with the team.")),
        complete: true,
        outdated: false,
        readOn: () => undefined,
      }}
      columns={columns}
      idOf={(channel) => channel.id}
      standardSorting={asGiven}
      address={address}
      change={change}
      searchLabel={t("admin.channels.search")}
      namesOf={(channel) => [channel.displayName]}
      counted={(count) => t("admin.channels.count", { count })}
      empty={<StatePanel icon={<NumberSymbolRegular />} title={t("admin.channels.empty")} />}
    />
  );
}
