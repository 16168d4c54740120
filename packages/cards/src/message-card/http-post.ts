import { type JsonObject, objectsOf, property, textOf } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import { englishPhrases } from "../phrases.ts";
import { safeTarget } from "../safe-url.ts";
import { actionsOf, innerActionsOf, nameOf, sectionsOf, typeOf } from "./fields.ts";
import { adaptiveInputs, inputId, timeInputId } from "./inputs.ts";

/** An HttpPOST action as its sender wrote it (contracts.md D.3), before inputs are put in. */
export interface HttpPost {
  name: string;
  target: string;
  headers: { name: string; value: string }[];
  body: string;
  bodyContentType: "application/json" | "application/x-www-form-urlencoded";
  /** Ids of the inputs around it: the only ones that are substituted. */
  inputIds: string[];
  /** Those inputs as Adaptive inputs, both halves of a date with a time. */
  inputs: JsonObject[];
}

/** The request an HttpPOST makes. The platform's own headers (Authorization and the like, D.3) are not among these. */
export interface FilledPost {
  url: string;
  headers: { name: string; value: string }[];
  body: string;
}

const pointer = /^(?:\/sections\/(\d{1,4}))?\/potentialAction\/(\d)(?:\/actions\/(\d{1,4}))?$/;

/**
 * Finds the HttpPOST that a pressed button names: `at` is `data.parvis.post` of its `Action.Submit`, as
 * `toAdaptiveCard` made it. Undefined for anything that is not such an action of this card.
 */
export function findHttpPost({ kind, card }: ReadCard, at: string): HttpPost | undefined {
  const place = pointer.exec(at);
  if (place === null || kind === "adaptive" || kind === "native") return undefined;
  const owner = place[1] === undefined ? card : sectionsOf(card)[Number(place[1])];
  const outer = owner && actionsOf(owner)[Number(place[2])];
  if (outer === undefined) return undefined;
  if (place[3] === undefined) return httpPostOf(outer, undefined);
  if (typeOf(outer) !== "actioncard") return undefined;
  return httpPostOf(innerActionsOf(outer)[Number(place[3])], outer);
}

/** @param around the ActionCard whose inputs go along. */
function httpPostOf(action: JsonObject | undefined, around: JsonObject | undefined): HttpPost | undefined {
  if (action === undefined || typeOf(action) !== "httppost") return undefined;
  const target = safeTarget(textOf(property(action, "target")));
  if (target === undefined) return undefined;
  const isForm = textOf(property(action, "bodyContentType"))
    .toLowerCase()
    .startsWith("application/x-www-form-urlencoded");
  const headers = objectsOf(property(action, "headers")).map((header) => ({
    name: textOf(property(header, "name")),
    value: textOf(property(header, "value")),
  }));
  return {
    name: nameOf(action),
    target,
    headers,
    body: textOf(property(action, "body")),
    bodyContentType: isForm ? "application/x-www-form-urlencoded" : "application/json",
    inputIds: around === undefined ? [] : objectsOf(property(around, "inputs")).map(inputId),
    inputs: around === undefined ? [] : adaptiveInputs(around, englishPhrases),
  };
}

/**
 * Puts input values in place of `{{id.value}}`, in target and body (contracts.md D.3), encoded for where they stand:
 * no value can leave its place in an address, a form or a JSON string. What names no input stays as it is; an input
 * nobody filled in is empty. `values` is what the renderer collected, by input id.
 */
export function fillHttpPost(post: HttpPost, values: Readonly<Record<string, unknown>>): FilledPost {
  const fill = (text: string, encode: (value: string) => string) =>
    text.replace(/\{\{\s*([^{}]{1,200}?)\.value\s*\}\}/g, (found: string, id: string) =>
      post.inputIds.includes(id) ? encode(inputValue(values, id)) : found,
    );
  // A lone surrogate, as a browser may send it, would make encodeURIComponent throw.
  const inAddress = (value: string) => encodeURIComponent(value.toWellFormed());
  const inJson = (value: string) => JSON.stringify(value).slice(1, -1);
  const isForm = post.bodyContentType === "application/x-www-form-urlencoded";
  return {
    url: fill(post.target, inAddress),
    headers: post.headers,
    body: fill(post.body, isForm ? inAddress : inJson),
  };
}

function inputValue(values: Readonly<Record<string, unknown>>, id: string): string {
  const own = (key: string) => (Object.hasOwn(values, key) ? String(values[key] ?? "") : "");
  const time = own(timeInputId(id));
  return time === "" ? own(id) : `${own(id)}T${time}`;
}
