import { isObject, type JsonObject, objectsOf, textOf } from "../json.ts";
import { button, facts, heading, image, literally, text } from "./elements.ts";
import { accents, type NativeContent } from "./native-card.ts";
import type { SayPhrase, SenderPhrase } from "./sender-phrases.ts";

interface State {
  phrase: SenderPhrase;
  color: string;
  accentColor: string;
}

const states: Record<string, State> = {
  alerting: { phrase: "alerts.firing", color: "Attention", accentColor: accents.bad },
  ok: { phrase: "alerts.resolved", color: "Good", accentColor: accents.good },
  no_data: { phrase: "alerts.noData", color: "Warning", accentColor: accents.warning },
  pending: { phrase: "alerts.pending", color: "Warning", accentColor: accents.warning },
  paused: { phrase: "alerts.paused", color: "Default", accentColor: accents.neutral },
};

/** A rule of a dashboard that changed its state, as Grafana's notification channels posted it until version 8. */
export function grafanaLegacyAlert(alert: JsonObject, say: SayPhrase): NativeContent {
  const known = states[textOf(alert.state).toLowerCase()];
  const state = known === undefined ? textOf(alert.state) : say(known.phrase);
  const name = textOf(alert.ruleName) || textOf(alert.title) || say("alerts.unnamed");
  const message = textOf(alert.message);
  const tags = isObject(alert.tags) ? Object.entries(alert.tags) : [];
  const matches = objectsOf(alert.evalMatches);
  return {
    summary: [`${state} · ${name}`, message].filter(Boolean).join(": "),
    body: [
      text(literally(state), { weight: "Bolder", color: known?.color ?? "Default" }),
      { ...heading(literally(name)), spacing: "Small" },
      ...(/\S/.test(message) ? [text(literally(message))] : []),
      ...facts(matches.map(({ metric, value }) => [textOf(metric) || say("alerts.value"), textOf(value)])),
      ...facts(tags.map(([tag, value]) => [tag, textOf(value)])),
      ...image(alert.imageUrl, name, { size: "Stretch" }),
    ],
    actions: button(say("open", { name: "Grafana" }), alert.ruleUrl),
    accentColor: known?.accentColor,
  };
}
