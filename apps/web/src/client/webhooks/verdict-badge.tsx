import { Badge } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { Verdict } from "../client-search.ts";

const colors = { accepted: "success", throttled: "warning", refused: "danger" } as const;

/** What became of a post. */
export function VerdictBadge({ verdict }: { verdict: Verdict }): ReactElement {
  const words = useVerdictWords();
  return (
    <Badge appearance="tint" color={colors[verdict]}>
      {words[verdict]}
    </Badge>
  );
}

export function useVerdictWords(): Record<Verdict, string> {
  const t = useText();
  return {
    accepted: t("client.webhooks.verdict.accepted"),
    throttled: t("client.webhooks.verdict.throttled"),
    refused: t("client.webhooks.verdict.refused"),
  };
}

/** Why a post was turned away, in the screen's language; the server's own words for what this client does not know. */
export function useReasonText(): (reason: string, explanation?: string | null) => string {
  const t = useText();
  const words: Record<string, string> = {
    throttled: t("client.webhooks.reason.throttled"),
    empty: t("client.webhooks.reason.empty"),
    unparseable: t("client.webhooks.reason.unparseable"),
    "unknown-shape": t("client.webhooks.reason.shape"),
    "unknown-attachment": t("client.webhooks.reason.attachment"),
    "too-deep": t("client.webhooks.reason.deep"),
    "no-text-or-summary": t("client.webhooks.reason.text"),
    "adaptive-not-a-card": t("client.webhooks.reason.adaptive"),
    "too-large": t("client.webhooks.reason.large"),
    "organisation-off": t("client.switches.organisation"),
    "workload-off": t("client.switches.workload"),
    "team-off": t("client.switches.team"),
    "custom-connectors-unavailable": t("client.switches.cloud"),
  };
  return (reason, explanation) => words[reason] ?? explanation ?? reason;
}
