/** What differs between two manifests. Lists of things with ids are compared by id, so that their order does not matter. */
import { isObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { escapeToken, tokensOf } from "../json/pointer.ts";
import { sameJson } from "../json/same-json.ts";
import { type Change, classOf } from "./change.ts";

/** By what the items of a list are told apart; lists not named here hold plain values, which are their own identity. */
const identities = [
  "id",
  "entityId",
  "botId",
  "connectorId",
  "languageTag",
  "type",
  "name",
  "title",
  "folder",
] as const;

export function listChanges(before: JsonObject, after: JsonObject): Change[] {
  const changes: Change[] = [];
  compareObjects(before, after, "", changes);
  return changes;
}

function compareObjects(before: JsonObject, after: JsonObject, pointer: string, changes: Change[]): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const a = Object.hasOwn(before, key) ? before[key] : undefined;
    const b = Object.hasOwn(after, key) ? after[key] : undefined;
    compareValues(a, b, `${pointer}/${escapeToken(key)}`, changes);
  }
}

function compareValues(a: JsonValue | undefined, b: JsonValue | undefined, pointer: string, changes: Change[]): void {
  if (sameJson(a, b)) return;
  if (isObject(a) && isObject(b)) compareObjects(a, b, pointer, changes);
  else if (Array.isArray(a) && Array.isArray(b)) compareLists(a, b, pointer, changes);
  else record(a, b, pointer, changes);
}

/** Pointers name the place in the newer manifest, or in the older one for what is gone. */
function compareLists(before: JsonValue[], after: JsonValue[], pointer: string, changes: Change[]): void {
  const rest = keyed(before);
  for (const [index, item] of after.entries()) {
    const key = keyOf(item, after);
    const earlier = rest.get(key)?.shift();
    compareValues(earlier?.item, item, `${pointer}/${index}`, changes);
  }
  for (const [index, item] of before.entries()) {
    if (rest.get(keyOf(item, before))?.some((left) => left.index === index))
      record(item, undefined, `${pointer}/${index}`, changes);
  }
}

function keyed(list: JsonValue[]): Map<string, { item: JsonValue; index: number }[]> {
  const groups = new Map<string, { item: JsonValue; index: number }[]>();
  for (const [index, item] of list.entries()) {
    const key = keyOf(item, list);
    groups.set(key, [...(groups.get(key) ?? []), { item, index }]);
  }
  return groups;
}

/** A list of one thing needs no key: the thing changed, even when its id did. */
function keyOf(item: JsonValue, list: JsonValue[]): string {
  if (!isObject(item)) return JSON.stringify(item);
  if (list.length === 1) return "only";
  const identity = identities.find((name) => typeof item[name] === "string");
  return identity === undefined ? "thing" : `${identity} ${JSON.stringify(item[identity])}`;
}

function record(before: JsonValue | undefined, after: JsonValue | undefined, pointer: string, changes: Change[]): void {
  const change: Change = {
    class: classOf(tokensOf(pointer)[0] ?? ""),
    pointer,
    kind: before === undefined ? "added" : after === undefined ? "removed" : "changed",
  };
  if (before !== undefined) change.before = before;
  if (after !== undefined) change.after = after;
  changes.push(change);
}
