/** The two descriptions, as these rules look at them. */
import { type JsonObject, textAt } from "../../json/json-value.ts";
import type { Hit } from "../rule.ts";
import type { Subject } from "../subject.ts";

export const keys = ["short", "full"] as const;

/** What expressions are run over: no more of a text than may be there, for some of them take the square of its length. */
export function description(manifest: JsonObject, key: "short" | "full"): string {
  return (textAt(manifest, "description", key) ?? "").slice(0, 6_000);
}

/** Every place where a description matches, with what matched. */
export function* matches(
  { manifest }: Subject,
  expression: RegExp,
  places: readonly ("short" | "full")[] = keys,
): Iterable<Hit> {
  for (const key of places) {
    const found = expression.exec(description(manifest, key))?.[0];
    if (found !== undefined)
      yield { pointer: `/description/${key}`, values: { found, place: `description.${key}` }, found };
  }
}
