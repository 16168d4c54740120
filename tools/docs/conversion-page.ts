import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonObject, type JsonValue, toAdaptiveCard } from "@parvis/cards";

interface Conversion {
  /** What of a MessageCard it is about. */
  readonly element: string;
  /** The smallest card that has it. */
  readonly card: JsonObject;
  /** JSON pointer to what it becomes. */
  readonly at: string;
  readonly note?: string;
}

const examples = join(import.meta.dirname, "../../packages/cards/fixtures/conversions.json");

function valueAt(value: JsonValue, pointer: string): JsonValue {
  let found: JsonValue | undefined = value;
  for (const step of pointer.split("/").slice(1))
    found = found !== null && typeof found === "object" ? Reflect.get(found, step) : undefined;
  if (found === undefined) throw new Error(`${pointer} is nothing in ${JSON.stringify(value)}`);
  return found;
}

/** What is written of a card: its one section, action or input, without what is only around it. */
function shown({ text, ...card }: JsonObject): JsonObject {
  return Object.keys(card).length === 0 ? { text: text ?? "" } : card;
}

const code = (value: JsonValue) => `\`${JSON.stringify(value).replaceAll("|", "\\|")}\``;

/** docs/reference/card-conversion.md: what becomes of each element of a MessageCard, as the code converts the example. */
export function conversionPage(): string {
  const conversions = JSON.parse(readFileSync(examples, "utf8")) as Conversion[];
  const rows = conversions.map(({ element, card, at, note }) => {
    const converted = toAdaptiveCard({ kind: "messageCard", card });
    return `| ${element} | ${code(shown(card))} | ${code(valueAt(converted, at))} | ${note ?? ""} |`;
  });
  return [
    "# From MessageCard to Adaptive Card",
    "",
    "A MessageCard is stored as it was sent and shown as an Adaptive Card 1.5, in channels, in mail and where it is relayed. Every",
    "element that can be seen is kept. Fields are found in any case, numbers and lists count as text, and what is null or of a",
    "wrong kind is left out. Texts are Markdown; HTML in them is text, but `<br>` breaks the line.",
    "",
    "| element | for example | becomes | |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "Made by `npm run docs` from the examples in `packages/cards/fixtures/conversions.json`, converted by the code.",
    "",
  ].join("\n");
}
