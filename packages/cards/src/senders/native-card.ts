import type { JsonObject } from "../json.ts";

/** Systems that post payloads of their own, which are shown as cards as well. */
export type NativeSender = "alertmanager" | "grafana" | "grafanaLegacy" | "slack" | "github" | "azureDevOps";

/** What such a payload says, ready to be shown. */
export interface NativeContent {
  /** What it is about, as one line of plain text. */
  summary: string;
  /** Elements and actions of an Adaptive Card. */
  body: JsonObject[];
  actions: JsonObject[];
  /** A colour for the card's edge. */
  accentColor: string | undefined;
}

/** Colours of the card's edge, the ones that senders of MessageCards use for the same. */
export const accents = {
  bad: "#C4314B",
  warning: "#E97548",
  good: "#237B4B",
  merged: "#8250DF",
  neutral: "#6E7781",
} as const;
