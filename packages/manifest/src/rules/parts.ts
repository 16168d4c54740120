/** Ways into a manifest that rules share: lists of things with the pointer of each. */
import { isObject, type JsonObject, type JsonValue, listAt, textAt } from "../json/json-value.ts";
import { pointer } from "../json/pointer.ts";

export interface Part<T = JsonObject> {
  value: T;
  pointer: string;
}

/** The objects of a list, each with where it stands. Items of another kind are the schema's business. */
export function parts(root: JsonValue, ...path: (string | number)[]): Part[] {
  return listAt(root, ...path).flatMap((value, index) =>
    isObject(value) ? [{ value, pointer: pointer(...path, index) }] : [],
  );
}

/** The texts of a list. */
export function texts(root: JsonValue, ...path: (string | number)[]): Part<string>[] {
  return listAt(root, ...path).flatMap((value, index) =>
    typeof value === "string" ? [{ value, pointer: pointer(...path, index) }] : [],
  );
}

/** Parts whose text under `key` was seen before, compared without regard to case. */
export function repeated(list: Part[], key: string): Part<string>[] {
  const seen = new Set<string>();
  return list.flatMap(({ value, pointer: at }) => {
    const text = textAt(value, key);
    if (text === undefined) return [];
    const known = seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return known ? [{ value: text, pointer: `${at}/${key}` }] : [];
  });
}

export const guidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The host of an http(s) address in lower case, without port; null where there is none. */
export function hostOf(address: string): string | null {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address.trim());
  return match?.[1]?.toLowerCase() ?? null;
}

/** Every address that the app's own pages are loaded from, with its place. */
export function pageAddresses(manifest: JsonObject): Part<string>[] {
  const places: [string, string][] = [
    ["staticTabs", "contentUrl"],
    ["configurableTabs", "configurationUrl"],
    ["connectors", "configurationUrl"],
  ];
  return places.flatMap(([list, key]) =>
    parts(manifest, list).flatMap(({ value, pointer: at }) => {
      const address = textAt(value, key);
      return address === undefined || address === "" ? [] : [{ value: address, pointer: `${at}/${key}` }];
    }),
  );
}

/** The four texts that people read first, those that are there. */
export function peopleTexts(manifest: JsonObject): Part<string>[] {
  const places = [
    ["name", "short"],
    ["name", "full"],
    ["description", "short"],
    ["description", "full"],
  ];
  return places.flatMap((path) => {
    const value = textAt(manifest, ...path);
    // No more than such a text may have: expressions are run over it.
    return value === undefined ? [] : [{ value: value.slice(0, 6_000), pointer: pointer(...path) }];
  });
}
