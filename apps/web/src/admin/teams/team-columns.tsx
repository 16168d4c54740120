import { Avatar } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";
import { FormattedNumber } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import type { ListedTeam } from "./team-queries.ts";

function TeamName({ team }: { team: ListedTeam }): ReactElement {
  return (
    <TwoLines
      media={
        <Avatar name={team.displayName} shape="square" color="colorful" idForColor={team.id} size={32} aria-hidden />
      }
      first={
        <TextLink to="/admin/teams/$teamId" params={{ teamId: team.id }} title={team.displayName}>
          {team.displayName}
        </TextLink>
      }
      second={team.description}
    />
  );
}

export function useTeamColumns(): ListColumn<ListedTeam>[] {
  const t = useText();
  return useMemo(() => {
    const mine = ({ role }: ListedTeam) =>
      role === null ? "" : role === "owner" ? t("admin.member.owner") : t("admin.member.member");
    return [
      {
        id: "name",
        label: t("admin.teams.column.name"),
        render: (team) => <TeamName team={team} />,
        sortKey: (team) => team.displayName,
        minWidth: 200,
        grow: 4,
        rank: 0,
        control: true,
      },
      {
        id: "channels",
        label: t("admin.team.channels"),
        render: (team) => <FormattedNumber value={team.channels.length} />,
        sortKey: (team) => team.channels.length,
        minWidth: 96,
        rank: 1,
      },
      {
        id: "role",
        label: t("admin.teams.column.role"),
        render: (team) => <CellText>{mine(team)}</CellText>,
        sortKey: mine,
        minWidth: 112,
        rank: 2,
      },
    ];
  }, [t]);
}
