import { isObject, type JsonObject, type JsonValue, objectsOf, textOf } from "../json.ts";
import { safeLink } from "../safe-url.ts";
import { button, facts, heading, image, literally, moment, text } from "./elements.ts";
import { accents, type NativeContent } from "./native-card.ts";
import type { SayPhrase } from "./sender-phrases.ts";

/** Alerts of a group that stand on the card; the rest are counted. */
const alertsShown = 10;

type Texts = Record<string, string>;

/**
 * A group of alerts as Prometheus Alertmanager posts it, and Grafana with a few fields more: what fires and what is
 * resolved, what all of them have in common once, and of each what it has for itself.
 */
export function alertGroup(group: JsonObject, product: string, say: SayPhrase): NativeContent {
  const alerts = objectsOf(group.alerts);
  const common = textsOf(group.commonLabels);
  const labels = { ...textsOf(group.groupLabels), ...common };
  const commonAnnotations = textsOf(group.commonAnnotations);
  const name = nameOf(group, labels, alerts) || say("alerts.unnamed");
  const firing = alerts.filter((alert) => !isResolved(alert, group)).length;
  const state = stateLine(firing, alerts.length - firing, say);
  const shown = alerts.slice(0, alertsShown);
  const left = alerts.length - shown.length + (Number(group.truncatedAlerts) || 0);
  const body = [
    text(literally(state), { weight: "Bolder", color: firing > 0 ? severityColor(labels) : "Good" }),
    { ...heading(literally(name)), spacing: "Small" },
    ...annotationElements(commonAnnotations, name),
    ...facts(Object.entries(labels).filter(([label, value]) => label !== "alertname" || value !== name)),
    ...shown.flatMap((alert) =>
      alertElements(alert, { group, labels, commonAnnotations, several: alerts.length > 1 }, say),
    ),
    ...(left > 0 ? [text(literally(say("more", { count: left })), { isSubtle: true })] : []),
  ];
  const about = commonAnnotations.summary ?? commonAnnotations.description ?? commonAnnotations.message ?? "";
  return {
    summary: [`${state} · ${name}`, about].filter((part) => part !== "" && part !== name).join(": "),
    body,
    actions: [
      ...button(say("alerts.runbook"), commonAnnotations.runbook_url),
      ...button(say("open", { name: product }), group.externalURL),
    ],
    accentColor: firing > 0 ? (severityColor(labels) === "Warning" ? accents.warning : accents.bad) : accents.good,
  };
}

function stateLine(firing: number, resolved: number, say: SayPhrase): string {
  const counted = (phrase: "alerts.firing" | "alerts.resolved", count: number) =>
    count === 0 ? [] : [firing + resolved === 1 ? say(phrase) : say("alerts.count", { state: say(phrase), count })];
  return [...counted("alerts.firing", firing), ...counted("alerts.resolved", resolved)].join(" · ");
}

/** The name of the alert, else what the group is formed by, else what Grafana calls it. */
function nameOf({ title, receiver }: JsonObject, labels: Texts, alerts: JsonObject[]): string {
  if (labels.alertname !== undefined) return labels.alertname;
  const names = new Set(alerts.map((alert) => textsOf(alert.labels).alertname ?? "").filter(Boolean));
  if (names.size > 0 && names.size <= 3) return [...names].join(", ");
  return Object.values(labels).join(" ") || textOf(title) || textOf(receiver);
}

interface Around {
  group: JsonObject;
  labels: Texts;
  commonAnnotations: Texts;
  several: boolean;
}

function alertElements(alert: JsonObject, around: Around, say: SayPhrase): JsonObject[] {
  const own = without(textsOf(alert.labels), around.labels);
  const resolved = isResolved(alert, around.group);
  const state = say(resolved ? "alerts.resolved" : "alerts.firing");
  const items = [
    ...(around.several ? [text(literally(state), { weight: "Bolder", color: resolved ? "Good" : "Attention" })] : []),
    ...annotationElements(without(textsOf(alert.annotations), around.commonAnnotations), ""),
    ...image(alert.imageURL, "", { size: "Stretch" }),
    ...facts(Object.entries(own)),
    ...facts([[say("alerts.value"), valuesOf(alert)]]),
    ...timeFacts(alert, resolved, say),
    ...alertButtons(alert, around.commonAnnotations, say),
  ];
  return items.length === 0 ? [] : [{ type: "Container", separator: true, spacing: "Medium", items }];
}

function timeFacts(alert: JsonObject, resolved: boolean, say: SayPhrase): JsonObject[] {
  const times = [
    { title: literally(say("alerts.since")), value: moment(alert.startsAt) },
    ...(resolved ? [{ title: literally(say("alerts.until")), value: moment(alert.endsAt) }] : []),
  ].filter(({ value }) => value !== "");
  return times.length > 0 ? [{ type: "FactSet", spacing: "Small", facts: times }] : [];
}

function alertButtons(alert: JsonObject, commonAnnotations: Texts, say: SayPhrase): JsonObject[] {
  const { runbook_url: runbook } = textsOf(alert.annotations);
  const actions = [
    ...button(say("alerts.source"), alert.generatorURL),
    ...button(say("alerts.dashboard"), alert.dashboardURL),
    ...button(say("alerts.panel"), alert.panelURL),
    ...button(say("alerts.silence"), alert.silenceURL),
    ...(commonAnnotations.runbook_url === undefined ? button(say("alerts.runbook"), runbook) : []),
  ];
  return actions.length > 0 ? [{ type: "ActionSet", actions }] : [];
}

/** Summary first, then description, then the rest by name; addresses become buttons elsewhere or links. */
function annotationElements(annotations: Texts, name: string): JsonObject[] {
  const { summary = "", description = "", message = "", runbook_url: runbook = "", ...rest } = annotations;
  const line = (value: string, style: JsonObject = {}) =>
    /\S/.test(value) && value !== name ? [text(literally(value), { spacing: "Small", ...style })] : [];
  const others = Object.entries(rest).filter(([key]) => !key.startsWith("__"));
  return [
    ...line(summary, { weight: "Bolder" }),
    ...line(description),
    ...line(message),
    ...facts([...others, ...(safeLink(runbook) === undefined ? [["runbook_url", runbook] as const] : [])]),
  ];
}

/** What Grafana measured: `values` by name, or one text in `valueString`. */
function valuesOf({ values, valueString }: JsonObject): string {
  if (!isObject(values)) return textOf(valueString);
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${textOf(value)}`)
    .join(", ");
}

function isResolved(alert: JsonObject, group: JsonObject): boolean {
  return (textOf(alert.status) || textOf(group.status)).toLowerCase() === "resolved";
}

function severityColor({ severity = "" }: Texts): "Warning" | "Attention" {
  return /^(?:warn|info|notice|none|low|minor)/i.test(severity) ? "Warning" : "Attention";
}

function textsOf(value: JsonValue | undefined): Texts {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, textOf(item)]));
}

/** What is not the same in `common`. */
function without(own: Texts, common: Texts): Texts {
  return Object.fromEntries(Object.entries(own).filter(([name, value]) => common[name] !== value));
}
