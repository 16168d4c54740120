import type { TextOf } from "../../../shared/language/text.ts";
import type { PartFacts } from "../../engine/part-facts.ts";
import type { FixAct } from "../../engine/quick-fixes.ts";

/** What a fix is called on its button. */
export function fixWords(act: FixAct, t: TextOf): string {
  switch (act.kind) {
    case "write":
      return t("publisher.edit.fix.write", { value: shortened(act.value) });
    case "add":
      return t("publisher.edit.fix.add", { name: act.name });
    case "remove":
      return t("publisher.edit.fix.remove", { name: shortened(act.name) });
    case "rename":
      return t("publisher.edit.fix.rename", { name: act.name });
    case "remove-comma":
      return t("publisher.edit.fix.removeComma");
    case "trim":
      return t("publisher.edit.fix.trim");
    case "new-id":
      return t("publisher.edit.fix.newId");
  }
}

const longestValue = 48;

function shortened(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}

/** The kinds of value a schema allows, in words. */
export function typeWords(types: readonly string[], t: TextOf): string {
  const words: Record<string, string> = {
    string: t("publisher.edit.type.string"),
    boolean: t("publisher.edit.type.boolean"),
    number: t("publisher.edit.type.number"),
    integer: t("publisher.edit.type.integer"),
    array: t("publisher.edit.type.array"),
    object: t("publisher.edit.type.object"),
    null: "null",
  };
  return types.map((type) => words[type] ?? type).join(", ");
}

const mostValues = 20;

/** What a schema limits, a line each. */
export function limitLines(facts: PartFacts, t: TextOf): string[] {
  const { values = [], minLength, maxLength, minItems, maxItems, minimum, maximum, pattern, format } = facts;
  const lines: (string | false)[] = [
    values.length > 0 && t("publisher.edit.limit.values", { values: listed(values) }),
    facts.default !== undefined && t("publisher.edit.limit.default", { value: JSON.stringify(facts.default) }),
    minLength !== undefined && minLength > 0 && t("publisher.edit.limit.minLength", { count: minLength }),
    maxLength !== undefined && t("publisher.edit.limit.maxLength", { count: maxLength }),
    minItems !== undefined && minItems > 0 && t("publisher.edit.limit.minItems", { count: minItems }),
    maxItems !== undefined && t("publisher.edit.limit.maxItems", { count: maxItems }),
    facts.uniqueItems === true && t("publisher.edit.limit.unique"),
    minimum !== undefined && t("publisher.edit.limit.minimum", { value: minimum }),
    maximum !== undefined && t("publisher.edit.limit.maximum", { value: maximum }),
    format !== undefined && t("publisher.edit.limit.format", { format }),
    pattern !== undefined && t("publisher.edit.limit.pattern", { pattern }),
  ];
  return lines.filter((line) => line !== false);
}

function listed(values: readonly unknown[]): string {
  const some = values.slice(0, mostValues).map((value) => JSON.stringify(value));
  return values.length > mostValues ? `${some.join(", ")}, …` : some.join(", ");
}

/** `staticTabs[0].name`, as findings write it. */
export function dotted(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (way, token) => (typeof token === "number" ? `${way}[${token}]` : way === "" ? token : `${way}.${token}`),
    "",
  );
}
