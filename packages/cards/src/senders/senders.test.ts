import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readStoredPayload, readWebhookPayload, toAdaptiveCard, visibleText } from "../index.ts";
import { isObject, type JsonValue, objectsOf } from "../json.ts";
import { githubEventsTold } from "./github/event.ts";
import { githubEventName } from "./github/event-name.ts";

/** One payload for each kind of event, written after the public documentation of each system. */
const folder = join(import.meta.dirname, "../../fixtures");
const files = globSync("*/*.json", { cwd: folder }).toSorted();
const sourceOf = (file: string) => readFileSync(join(folder, file), "utf8");

/** What a person reads on the card: one line a text, `>` before what takes a click, then pictures and addresses. */
function readable(source: string): string {
  const read = readWebhookPayload(source);
  if (!read.accepted) return `refused: ${read.reason}`;
  const lines = [`summary: ${read.summary}`];
  for (const card of read.cards) {
    const shown = toAdaptiveCard(card);
    const accent = isObject(shown.parvis) ? `edge: ${shown.parvis.accentColor}` : "no edge";
    lines.push(accent, "", ...visibleText(card).map(({ text, hidden }) => `${hidden ? "> " : ""}${text}`), "");
    lines.push(...addressesOf(shown));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** Addresses of buttons and pictures, and of links in Markdown. */
function addressesOf(value: JsonValue): string[] {
  if (typeof value === "string") return [...value.matchAll(/\]\(<([^>]*)>\)/g)].map(([, url]) => `link ${url}`);
  if (Array.isArray(value)) return value.flatMap(addressesOf);
  if (!isObject(value)) return [];
  const own = typeof value.url === "string" ? [`${value.type} ${value.url}`] : [];
  return [...own, ...Object.values(value).flatMap(addressesOf)];
}

describe("payloads of other systems", () => {
  test.each(files)("%s reads as expected", async (file) => {
    await expect(readable(sourceOf(file))).toMatchFileSnapshot(join(folder, file.replace(/json$/, "txt")));
  });

  test.each(files)("%s is recognised as its sender's, and again when it is read back", (file) => {
    const source = sourceOf(file);
    const read = readWebhookPayload(source);
    if (!read.accepted) throw new Error(read.reason);
    expect(read.cards).toEqual([{ kind: "native", sender: file.split("/")[0], card: JSON.parse(source) }]);
    expect(read.canonical.trim()).toBe(source.trim());
    expect(readStoredPayload(read.canonical)).toEqual({ cards: read.cards, summary: read.summary });
  });

  test.each(files)("%s leads nowhere but to addresses that may be followed", (file) => {
    const [first] = objectsOf(readWebhookPayload(sourceOf(file)) as never).flatMap(({ cards }) => objectsOf(cards));
    const written = JSON.stringify(toAdaptiveCard(first as never));
    for (const address of addressesOf(JSON.parse(written) as JsonValue))
      expect(address).toMatch(/^\S+ (https?|mailto):/);
  });

  test("every event of GitHub that has words of its own has a payload here", () => {
    const told = new Set(
      files.filter((file) => file.startsWith("github/")).map((file) => githubEventName(JSON.parse(sourceOf(file)))),
    );
    expect(githubEventsTold.filter((name) => !told.has(name))).toEqual([]);
  });

  test.each(files.filter((file) => file.startsWith("github/")))("%s is told by its fields", (file) => {
    const [name = ""] = /[a-z_]+/.exec(file.split("/")[1] ?? "") ?? [];
    if (name !== "unknown") expect(githubEventName(JSON.parse(sourceOf(file)))).toBe(name);
  });
});

describe("what is written for Teams stays what it is", () => {
  test.each([
    [{ text: "hello" }, "text"],
    [{ title: "Build 7", text: "*passed* in <4 min>" }, "text"],
    [{ "@type": "MessageCard", summary: "s", text: "<https://example.test|x>" }, "messageCard"],
    [{ text: "<https://example.test|x>", sections: [{ title: "s" }] }, "messageCard"],
    [
      {
        text: "t",
        attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", x: 1 }],
      },
      "text",
    ],
  ])("%j", (payload, kind) => {
    expect(readWebhookPayload(JSON.stringify(payload))).toMatchObject({ accepted: true, cards: [{ kind }] });
  });
});

describe("payloads larger than a card may be", () => {
  const push = JSON.parse(sourceOf("github/push-many.json"));
  const large = JSON.stringify({
    ...push,
    commits: Array.from({ length: 300 }, (_, index) => ({
      ...push.commits[0],
      message: `Commit ${index} ${"x".repeat(80)}`,
    })),
  });

  test("are kept without what nobody sees, and count everything", () => {
    expect(large.length).toBeGreaterThan(100_000);
    const read = readWebhookPayload(large);
    if (!read.accepted) throw new Error(read.reason);
    expect(read.canonical.length).toBeLessThanOrEqual(28 * 1024);
    expect(read.summary).toBe("noor-h pushed 300 commits to main");
    expect(readStoredPayload(read.canonical).cards).toEqual(read.cards);
    expect(visibleText(read.cards[0] as never).map(({ text }) => text)).toContain("and 292 more");
  });

  test("are refused when they are cards for Teams, or larger than anything that is looked at", () => {
    const refused = { accepted: false, reason: "too-large", status: 413 };
    expect(readWebhookPayload(JSON.stringify({ text: "x".repeat(40_000) }))).toMatchObject(refused);
    expect(readWebhookPayload(JSON.stringify({ ...push, zzz: "x".repeat(600_000) }))).toMatchObject(refused);
    expect(readWebhookPayload(`{"text": ${"x".repeat(40_000)}`)).toMatchObject(refused);
  });
});
