import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { englishPhrases } from "../phrases.ts";
import { adaptiveFromMessageCard } from "./to-adaptive-card.ts";

const convert = (card: JsonObject) => adaptiveFromMessageCard(card, englishPhrases);
const section = (fields: JsonObject) => convert({ summary: "s", sections: [fields] }).body[0];

describe("the card", () => {
  test("title, then text, in Markdown", () => {
    const { body, version, type } = convert({ title: "A _title_", text: "A **text**" });
    expect({ type, version }).toEqual({ type: "AdaptiveCard", version: "1.5" });
    expect(body).toMatchObject([
      { type: "TextBlock", text: "A _title_", weight: "Bolder", wrap: true },
      { type: "TextBlock", text: "A **text**", wrap: true },
    ]);
  });

  test("the summary shows only when nothing else does", () => {
    expect(convert({ summary: "s", text: "t" }).body).toHaveLength(1);
    expect(convert({ summary: "s", sections: [{ activityTitle: "" }] }).body).toMatchObject([{ text: "s" }]);
    expect(convert({ summary: "s", potentialAction: [{ name: "b" }] }).body).toEqual([]);
  });

  test.each([
    ["0076D7", "#0076D7"],
    ["#fe9a13", "#FE9A13"],
    ["f00", "#F00"],
    ["Red", "red"],
    ["url(x)", undefined],
    ["12345", undefined],
    [7, undefined],
    [null, undefined],
  ])("themeColor %j is the accent %j", (themeColor, accentColor) => {
    expect(convert({ text: "t", themeColor }).parvis).toEqual(accentColor === undefined ? undefined : { accentColor });
  });

  test("fields of the wrong type are shown as text", () => {
    expect(convert({ title: 5, text: ["a", true] }).body).toMatchObject([{ text: "5" }, { text: "a, true" }]);
    expect(convert({ text: "t", sections: "x", potentialAction: 5 }).body).toHaveLength(1);
  });

  test("line ends and <br> as senders mean them; other HTML stays text", () => {
    const text = (source: string) => (convert({ text: source }).body[0] as JsonObject).text;
    expect(text("# One\r## Two\r\nthree")).toBe("# One\n## Two\nthree");
    expect(text("one<br>two<BR/>\nthree<br />four")).toBe("one  \ntwo  \nthree  \nfour");
    expect(text("`<br>` is <b>no</b> code")).toBe("`<br>` is <b>no</b> code");
  });
});

describe("a section", () => {
  test("has its parts in order", () => {
    const items = (
      section({
        text: "Text",
        title: "Title",
        images: [{ image: "https://a.example/1.png", title: "One" }, "https://a.example/2.png", null, {}],
        facts: [{ name: "Build", value: 5 }, { name: "Ok", value: true }, {}],
        heroImage: { image: "https://a.example/hero.png" },
        activityText: "did it",
        activityTitle: "Ada",
        activityImage: "https://a.example/ada.png",
        potentialAction: [{ "@type": "OpenUri", name: "Open", targets: [{ uri: "https://a.example" }] }],
      }) as JsonObject
    ).items;
    expect(items).toMatchObject([
      { text: "Title" },
      { type: "Image", url: "https://a.example/hero.png" },
      {
        type: "ColumnSet",
        columns: [{ items: [{ type: "Image", style: "Person" }] }, { items: [{ text: "Ada" }, { text: "did it" }] }],
      },
      { text: "Text" },
      {
        type: "FactSet",
        facts: [
          { title: "Build", value: "5" },
          { title: "Ok", value: "true" },
        ],
      },
      { type: "ImageSet", images: [{ altText: "One" }, { url: "https://a.example/2.png" }] },
      { type: "ActionSet", actions: [{ type: "Action.OpenUrl" }] },
    ]);
  });

  test("startGroup draws a line above it", () => {
    expect(section({ text: "t", startGroup: true })).toMatchObject({ separator: true });
    expect(section({ text: "t" })).toMatchObject({ separator: false });
  });

  test("without a picture the activity takes the full width", () => {
    expect(section({ activityTitle: "Ada", activityImage: null })).toMatchObject({ items: [{ text: "Ada" }] });
  });

  test("markdown: false shows its texts to the letter", () => {
    const items = section({ markdown: false, text: "a_b_ [x](y)\nc", facts: [{ name: "*n*", value: "1. v" }] });
    expect(items).toMatchObject({
      items: [
        { text: "a\\_b\\_ \\[x\\]\\(y\\)  \nc" },
        { facts: [{ title: String.raw`\*n\*`, value: String.raw`1\. v` }] },
      ],
    });
  });

  test("unsafe pictures are left out", () => {
    const { body } = convert({
      summary: "s",
      text: "t",
      sections: [{ activityImage: "javascript:x", heroImage: "file:///x" }],
    });
    expect(body).toHaveLength(1);
  });
});

test("the input is left as it was", () => {
  const card = { title: "t", sections: [{ facts: [{ name: "a", value: 1 }] }], potentialAction: [{ name: "x" }] };
  const before = structuredClone(card);
  convert(card);
  expect(card).toEqual(before);
});
