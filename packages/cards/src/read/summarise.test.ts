import { expect, test } from "vitest";
import type { ReadCard } from "../payload.ts";
import { maximumSummaryLength, summarise } from "./summarise.ts";

const message = (card: Record<string, string | number>): ReadCard => ({ kind: "messageCard", card });

test("is the sender's summary, as plain text: no Markdown is taken out of it", () => {
  expect(summarise([message({ text: "other" })], "my_First_Job_: Build #167")).toBe("my_First_Job_: Build #167");
});

test("else title and text, without Markdown", () => {
  expect(summarise([message({ title: "**Build** failed", text: "see [log](https://a.example)" })], undefined)).toBe(
    "Build failed: see log",
  );
  expect(summarise([message({ text: 42 })], "")).toBe("42");
});

test("else the first texts that can be seen", () => {
  const body = [
    { type: "TextBlock", text: "hidden", isVisible: false },
    { type: "Container", items: [{ type: "TextBlock", text: "**One**" }] },
    { type: "FactSet", facts: [{ title: "Two", value: 2 }] },
    { type: "RichTextBlock", inlines: ["Th", { type: "TextRun", text: "ree" }] },
    { type: "TextBlock", text: "Four" },
  ];
  expect(summarise([{ kind: "adaptive", card: { body } }], undefined)).toBe("One · Two 2 · Three");
  expect(summarise([{ kind: "messageCard", card: { sections: [{ activityTitle: "Ada" }] } }], undefined)).toBe("Ada");
  expect(summarise([{ kind: "adaptive", card: { body: [{ type: "Image" }] } }], undefined)).toBe("");
});

test("names the people an Adaptive Card mentions", () => {
  const entities = [{ type: "mention", text: "<at>ada</at>", mentioned: { id: "1", name: "Ada Admin" } }];
  const card = { body: [{ type: "TextBlock", text: "Hi <at>ada</at>" }], msteams: { entities } };
  expect(summarise([{ kind: "adaptive", card }], undefined)).toBe("Hi Ada Admin");
});

test("is one line that any database takes", () => {
  expect(summarise([], "a\r\nb\tc  d \u0000e\u202Ef\u2028g")).toBe("a b c d e f g");
  expect(summarise([], "half \ud83d")).toBe("half \uFFFD");
  expect(summarise([], "👍 – done")).toBe("👍 – done");
});

test("ends with an ellipsis, never inside a character", () => {
  const summary = summarise([], "👍".repeat(200));
  expect(summary.length).toBeLessThanOrEqual(maximumSummaryLength);
  expect(summary.isWellFormed()).toBe(true);
  expect(summary.endsWith("👍…")).toBe(true);
  expect(summarise([], "x".repeat(200))).toHaveLength(200);
  expect(summarise([], "x".repeat(201))).toBe(`${"x".repeat(199)}…`);
});
