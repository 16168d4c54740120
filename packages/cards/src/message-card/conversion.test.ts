import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonObject, type JsonValue, readWebhookPayload, toAdaptiveCard, visibleText } from "../index.ts";
import { flagOf, isObject, objectsOf, property, textOf } from "../json.ts";
import { safeImage, safeLink, safeTarget } from "../safe-url.ts";

/** What can be seen of a card besides its texts, in reading order, written down in the same words for both kinds. */
type Census = string[];

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
const tell = (kind: string, ...what: (string | number | boolean)[]) => [kind, ...what].join(" · ");

function pictureOf(value: JsonValue | undefined): Census {
  const address = safeImage(textOf(isObject(value) ? property(value, "image") : value));
  if (address === undefined) return [];
  return [tell("picture", address, isObject(value) ? textOf(property(value, "title")) : "")];
}

function linkOf(action: JsonObject): string | undefined {
  const targets = objectsOf(property(action, "targets"));
  const standard = targets.filter((target) => textOf(property(target, "os")).toLowerCase() === "default").slice(0, 1);
  const links = [...standard, ...targets.slice(0, 1)].map((target) => safeLink(textOf(property(target, "uri"))));
  const target = property(action, "target");
  if (targets.length === 0) links.push(safeLink(textOf(Array.isArray(target) ? target[0] : target)));
  return links.find((link) => link !== undefined);
}

/** A button that is there and cannot be pressed is there all the same. */
function buttonOf(action: JsonObject, inner = false): Census {
  const name = textOf(property(action, "name"));
  const type = textOf(property(action, "@type")).toLowerCase();
  if (type === "actioncard" && !inner) {
    const inputs = objectsOf(property(action, "inputs")).flatMap(inputOf);
    const actions = objectsOf(property(action, "actions")).flatMap((each) => buttonOf(each, true));
    return [tell("form", name), ...inputs, ...actions];
  }
  if (type === "openuri" || type === "viewaction") return [tell("link", name, linkOf(action) ?? "nowhere")];
  if (type === "httppost") {
    return safeTarget(textOf(property(action, "target"))) === undefined
      ? [tell("link", name, "nowhere")]
      : [tell("press", name)];
  }
  return [tell("link", name, "nowhere")];
}

function inputOf(input: JsonObject): Census {
  const title = textOf(property(input, "title"));
  const required = flagOf(property(input, "isRequired"), false);
  switch (textOf(property(input, "@type")).toLowerCase()) {
    case "dateinput": {
      const time = flagOf(property(input, "includeTime"), false) ? [tell("Input.Time", required)] : [];
      return [tell("Input.Date", title, required), ...time];
    }
    case "multichoiceinput": {
      const several = flagOf(property(input, "isMultiSelect"), false);
      const choices = objectsOf(property(input, "choices")).map((choice) =>
        tell("choice", textOf(property(choice, "display")), textOf(property(choice, "value"))),
      );
      return [tell("Input.ChoiceSet", title, required, several), ...choices];
    }
    default:
      return [tell("Input.Text", title, required, flagOf(property(input, "isMultiline"), false))];
  }
}

const buttonsOf = (owner: JsonObject) =>
  objectsOf(property(owner, "potentialAction"))
    .slice(0, 4)
    .flatMap((action) => buttonOf(action));

/** Counted from the fields of contracts.md D.3 alone. */
function ofMessageCard(card: JsonObject): Census {
  const sections = objectsOf(property(card, "sections")).flatMap((section) => {
    const images = property(section, "images");
    const facts = objectsOf(property(section, "facts"))
      .map((fact) => [letters(textOf(property(fact, "name"))), letters(textOf(property(fact, "value")))] as const)
      .filter(([name, value]) => name !== "" || value !== "")
      .map((fact) => tell("fact", ...fact));
    return [
      ...pictureOf(property(section, "heroImage")),
      ...pictureOf(property(section, "activityImage")),
      ...facts,
      ...(Array.isArray(images) ? images : []).flatMap(pictureOf),
      ...buttonsOf(section),
    ];
  });
  return [...sections, ...buttonsOf(card)];
}

/** Counted from what the renderer is given. */
function ofAdaptiveCard(value: JsonValue | undefined): Census {
  if (Array.isArray(value)) return value.flatMap(ofAdaptiveCard);
  if (!isObject(value)) return [];
  const title = textOf(value.title);
  const label = textOf(value.label);
  const required = value.isRequired === true;
  switch (value.type) {
    case "Image":
      return [tell("picture", textOf(value.url), textOf(value.altText))];
    case "FactSet":
      return objectsOf(value.facts)
        .map((fact) => tell("fact", letters(textOf(fact.title)), letters(textOf(fact.value))))
        .filter((fact) => fact !== tell("fact", "", ""));
    case "Action.OpenUrl":
      return [tell("link", title, textOf(value.url))];
    case "Action.Submit":
      return [value.isEnabled === false ? tell("link", title, "nowhere") : tell("press", title)];
    case "Action.ShowCard":
      return [tell("form", title), ...ofAdaptiveCard(value.card)];
    case "Input.Text":
      return [tell("Input.Text", label, required, value.isMultiline === true)];
    case "Input.Date":
      return [tell("Input.Date", label, required)];
    case "Input.Time":
      return [tell("Input.Time", required)];
    case "Input.ChoiceSet": {
      const choices = objectsOf(value.choices).map((choice) =>
        tell("choice", textOf(choice.title), textOf(choice.value)),
      );
      return [tell("Input.ChoiceSet", label, required, value.isMultiSelect === true), ...choices];
    }
    default:
      return [value.body, value.columns, value.items, value.images, value.actions].flatMap(ofAdaptiveCard);
  }
}

function expectEverythingKept(card: JsonObject): Census {
  const converted = toAdaptiveCard({ kind: "messageCard", card });
  const kept = ofMessageCard(card);
  expect(ofAdaptiveCard(converted)).toEqual(kept);
  // Texts, as the renderer would be asked for them.
  const squeezed = (texts: { text: string }[]) => texts.map(({ text }) => text.replace(/\s+/g, " ").trim()).join("\n");
  const texts = visibleText({ kind: "messageCard", card }).filter(({ text }) => !text.includes("{{"));
  const shown = squeezed(visibleText({ kind: "adaptive", card: converted }));
  for (const { text } of texts) expect(shown).toContain(squeezed([{ text }]));
  return kept;
}

const examples = fileURLToPath(new URL("../../fixtures/conversions.json", import.meta.url));
const corpus = fileURLToPath(new URL("../../../../../shared/corpus/cards/", import.meta.url));

describe("the table of conversions", () => {
  const rows = JSON.parse(readFileSync(examples, "utf8")) as { element: string; card: JsonObject }[];

  test.each(rows.map((row) => [row.element, row.card] as const))("keeps %s", (_, card) => {
    expectEverythingKept(card);
  });

  test("has every documented field that can be seen", () => {
    const names = new Set<string>();
    const walk = (value: JsonValue): void => {
      if (Array.isArray(value)) for (const item of value) walk(item);
      if (!isObject(value)) return;
      for (const [name, item] of Object.entries(value)) {
        names.add(name === "@type" ? textOf(item) : name);
        walk(item);
      }
    };
    for (const { card } of rows) walk(card);
    const documented = [
      ..."title text summary themeColor sections potentialAction startGroup markdown heroImage facts images".split(" "),
      ..."activityImage activityTitle activitySubtitle activityText image name value targets uri os".split(" "),
      ..."OpenUri HttpPOST ActionCard TextInput DateInput MultichoiceInput InvokeAddInCommand".split(" "),
      ..."isRequired isMultiline maxLength includeTime choices display isMultiSelect inputs actions target".split(" "),
    ];
    expect(documented.filter((name) => !names.has(name))).toEqual([]);
  });
});

/** Cards of real senders; those for mail and bots, which no webhook takes, are cards all the same. */
function realCards(): JsonObject[] {
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const read = readWebhookPayload(readFileSync(corpus + file), { purpose: "update" });
      return read.accepted ? read.cards.filter(({ kind }) => kind === "messageCard").map(({ card }) => card) : [];
    });
}

/** Where something can be changed: every name of every object, and every place of every list. */
function placesIn(value: JsonValue, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [[...at, key], ...placesIn(Reflect.get(value, key) as JsonValue, [...at, key])]);
}

type Change = (owner: JsonObject | JsonValue[], key: string | number) => void;

/** What senders do to a card: leave out, say twice, send null or a number, write names their way. */
const changes: Record<string, Change> = {
  "leave out": (owner, key) => {
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else delete owner[key];
  },
  "say twice": (owner, key) => {
    if (Array.isArray(owner)) owner.splice(Number(key), 0, structuredClone(owner[Number(key)] ?? null));
  },
  "send null": (owner, key) => void Reflect.set(owner, key, null),
  "send a number": (owner, key) => void Reflect.set(owner, key, 4.5),
  "send true": (owner, key) => void Reflect.set(owner, key, "TRUE"),
  "write the name in capitals": (owner, key) => {
    if (Array.isArray(owner) || typeof key !== "string") return;
    const value = owner[key];
    delete owner[key];
    if (value !== undefined) owner[key.toUpperCase()] = value;
  },
};

const cards = realCards();
if (cards.length === 0) process.stdout.write(`Skipped: the corpus of real cards is not at ${corpus}\n`);

describe.runIf(cards.length > 0)("cards of real senders", () => {
  test("keep everything that can be seen", () => {
    const counted = cards.flatMap(expectEverythingKept);
    const kinds = Object.groupBy(counted, (line) => line.split(" · ")[0] ?? "");
    const told = Object.entries(kinds).map(([kind, lines]) => `${lines?.length} ${kind}`);
    process.stdout.write(`${cards.length} MessageCards of real senders keep ${told.join(", ")}\n`);
    expect(counted.length).toBeGreaterThan(cards.length);
  });

  test("keep it however they are changed, and are themselves left as they were", () => {
    const change = fc.tuple(fc.constantFrom(...Object.keys(changes)), fc.nat());
    fc.assert(
      fc.property(fc.constantFrom(...cards), fc.array(change, { maxLength: 5 }), (original, steps) => {
        const card = structuredClone(original);
        for (const [name, number] of steps) {
          const places = placesIn(card);
          const place = places[number % Math.max(1, places.length)];
          if (place === undefined) continue;
          const key = place.at(-1) ?? "";
          const owner = place.slice(0, -1).reduce<JsonValue>((value, step) => Reflect.get(Object(value), step), card);
          if (isObject(owner) || Array.isArray(owner)) changes[name]?.(owner, key);
        }
        const before = JSON.stringify(card);
        expectEverythingKept(card);
        expect(JSON.stringify(card)).toBe(before);
      }),
      { numRuns: 1_500 },
    );
  });
});
