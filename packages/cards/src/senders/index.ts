import { displayableCard } from "../adaptive/displayable-card.ts";
import { firstTexts } from "../adaptive/first-texts.ts";
import type { JsonObject } from "../json.ts";
import type { AdaptiveCardJson, NativeCard } from "../payload.ts";
import type { CardPhrases } from "../phrases.ts";
import { alertGroup } from "./alerts.ts";
import { azureDevOpsEvent } from "./azure-devops.ts";
import { githubEvent } from "./github/event.ts";
import { grafanaLegacyAlert } from "./grafana-legacy.ts";
import type { NativeContent, NativeSender } from "./native-card.ts";
import { type SayPhrase, sayInEnglish } from "./sender-phrases.ts";
import { slackMessage } from "./slack/message.ts";

const contents: Record<NativeSender, (payload: JsonObject, say: SayPhrase) => NativeContent> = {
  alertmanager: (group, say) => alertGroup(group, "Alertmanager", say),
  grafana: (group, say) => alertGroup(group, "Grafana", say),
  grafanaLegacy: grafanaLegacyAlert,
  slack: slackMessage,
  github: githubEvent,
  azureDevOps: azureDevOpsEvent,
};

/** A payload that another system posts in its own shape, as an Adaptive Card. */
export function nativeToAdaptive({ sender, card }: NativeCard, phrases: CardPhrases, say: SayPhrase): AdaptiveCardJson {
  const { body, actions, accentColor } = contents[sender](card, say);
  const made = displayableCard(
    { type: "AdaptiveCard", version: "1.5", body, ...(actions.length > 0 ? { actions } : {}) },
    phrases,
  );
  return accentColor === undefined ? made : { ...made, parvis: { accentColor } };
}

/** What such a payload is about. */
export function nativeSummary({ sender, card }: NativeCard): string {
  const { summary, body } = contents[sender](card, sayInEnglish);
  return /\S/.test(summary) ? summary : firstTexts({ body }, 3).join(" · ");
}
