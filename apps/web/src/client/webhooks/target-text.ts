import { useText } from "../../shared/language/text.ts";
import type { DeliveryState, Target } from "./target-queries.ts";

/** Targets and what becomes of cards, in words. */
export function useTargetText() {
  const t = useText();
  const formats = {
    workflows: t("client.webhooks.target.workflows"),
    slack: t("client.webhooks.target.slack"),
    json: t("client.webhooks.target.json"),
  };
  const reasons: Record<NonNullable<Target["stopReason"]>, string> = {
    byHand: t("client.webhooks.stopped.byHand"),
    failing: t("client.webhooks.stopped.failing"),
    refusing: t("client.webhooks.stopped.refusing"),
    gone: t("client.webhooks.stopped.gone"),
    unsubscribed: t("client.webhooks.stopped.unsubscribed"),
  };
  const states: Record<DeliveryState, string> = {
    pending: t("client.webhooks.state.pending"),
    delivered: t("client.webhooks.state.delivered"),
    dead: t("client.webhooks.state.dead"),
  };
  return {
    formats,
    states,
    /** What a target is called: where its cards go. */
    nameOf: ({ kind, address, format }: Pick<Target, "kind" | "address" | "format">): string => {
      if (kind === "groups") return t("client.webhooks.target.groups");
      if (kind === "mail") return address ?? t("client.webhooks.target.mail");
      return `${format === null ? "" : `${formats[format]} · `}${address ?? ""}`;
    },
    stopText: (reason: Target["stopReason"]): string =>
      reason === null ? t("client.webhooks.stopped") : (reasons[reason] ?? t("client.webhooks.stopped")),
  };
}
