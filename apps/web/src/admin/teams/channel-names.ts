/** Graph's limit on channel names; the server has the same. */
export const longestChannelName = 50;
/** Every team has it from the start (directory/team.rules.ts). */
const general = "General";

export type ChannelNameFault = "empty" | "long" | "taken";

/** Whether a team that has these channels may get another of this name. */
export function channelNameFault(name: string, names: readonly string[]): ChannelNameFault | undefined {
  const wanted = name.trim();
  if (wanted === "") return "empty";
  if (wanted.length > longestChannelName) return "long";
  const same = (other: string) => other.toLowerCase() === wanted.toLowerCase();
  return [general, ...names].some(same) ? "taken" : undefined;
}
