import type { TextOf } from "../../shared/language/text.ts";
import type { ChannelNameFault } from "./channel-names.ts";

export function channelFaultText(fault: ChannelNameFault, t: TextOf): string {
  return {
    empty: t("admin.channel.name.missing"),
    long: t("admin.channel.name.long"),
    taken: t("problem.channel/name-taken"),
  }[fault];
}
