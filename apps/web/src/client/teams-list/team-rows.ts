import type { Channel, Team } from "../../shared/teams.ts";

/** A line of the list of teams and channels. Places are those of a tree (WAI-ARIA `aria-posinset`). */
export type TeamRow =
  | {
      readonly kind: "team";
      readonly key: string;
      readonly team: Team;
      readonly expanded: boolean;
      readonly unread: boolean;
      readonly place: number;
      readonly count: number;
    }
  | {
      readonly kind: "channel";
      readonly key: string;
      readonly team: Team;
      readonly channel: Channel;
      readonly unread: boolean;
      readonly place: number;
      readonly count: number;
    };

/** The lines that are shown: every team, and the channels of those that are not folded. */
export function teamRows(teams: readonly Team[], folded: ReadonlySet<string>, unread: ReadonlySet<string>): TeamRow[] {
  return teams.flatMap((team, index) => {
    const expanded = !folded.has(team.id);
    const hidden = !expanded && team.channels.some((channel) => unread.has(channel.id));
    const head: TeamRow = {
      kind: "team",
      key: team.id,
      team,
      expanded,
      unread: hidden,
      place: index + 1,
      count: teams.length,
    };
    if (!expanded) return [head];
    const channels = team.channels.map(
      (channel, at): TeamRow => ({
        kind: "channel",
        key: channel.id,
        team,
        channel,
        unread: unread.has(channel.id),
        place: at + 1,
        count: team.channels.length,
      }),
    );
    return [head, ...channels];
  });
}

/** Where a key takes the focus (WAI-ARIA Authoring Practices, tree view); undefined when it goes nowhere. */
export function nextRow(rows: readonly TeamRow[], from: number, key: string): number | undefined {
  const last = rows.length - 1;
  switch (key) {
    case "ArrowDown":
      return from < last ? from + 1 : undefined;
    case "ArrowUp":
      return from > 0 ? from - 1 : undefined;
    case "Home":
      return 0;
    case "End":
      return last;
    case "PageDown":
      return Math.min(from + 10, last);
    case "PageUp":
      return Math.max(from - 10, 0);
    default:
      return undefined;
  }
}
