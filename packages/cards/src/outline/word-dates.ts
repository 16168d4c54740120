import { isObject, type JsonObject, type JsonValue } from "../json.ts";

/** As the renderer takes it, to the letter: a time has no form to choose. */
const dateFunction =
  /\{\{(?:(DATE)\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[-+]\d\d:\d\d))(?:, ?(COMPACT|LONG|SHORT))?\)|TIME\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[-+]\d\d:\d\d))\))\}\}/g;

/** A copy of a card with dates in words, where it leaves them to the renderer (`{{DATE(…, SHORT)}}`, `{{TIME(…)}}`). */
export function wordDates(card: JsonObject, language: string): JsonObject {
  const word = (value: JsonValue): JsonValue => {
    if (typeof value === "string") return value.includes("{{") ? wordDatesOf(value, language) : value;
    if (Array.isArray(value)) return value.map(word);
    return isObject(value) ? copy(value) : value;
  };
  const copy = (source: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(source).map(([key, value]) => [key, word(value)]));
  return copy(card);
}

function wordDatesOf(text: string, language: string): string {
  return text.replace(dateFunction, (found: string, name?: string, day?: string, form?: string, time?: string) => {
    const date = new Date(day ?? time ?? "");
    if (Number.isNaN(date.getTime())) return found;
    if (name === undefined) {
      const told = new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "UTC" }).format(date);
      return `${told} UTC`;
    }
    const styles = { COMPACT: "short", SHORT: "medium", LONG: "full" } as const;
    const dateStyle = styles[(form ?? "COMPACT") as keyof typeof styles];
    return new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" }).format(date);
  });
}
