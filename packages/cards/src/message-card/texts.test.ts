import { expect, test } from "vitest";
import { visibleText } from "../visible-text.ts";

test("what is behind a button is hidden, what is cut off is not there", () => {
  const potentialAction = [
    {
      "@type": "ActionCard",
      name: "Move",
      inputs: [{ "@type": "MultichoiceInput", title: "List", choices: [{ display: "One", value: "1" }] }],
      actions: [{ "@type": "HttpPOST", name: "OK", target: "https://a.example" }],
    },
    ...["2", "3", "4", "5"].map((name) => ({ "@type": "OpenUri", name })),
  ];
  const texts = visibleText({ kind: "messageCard", card: { title: "**T**", summary: "s", potentialAction } });
  expect(texts.filter(({ hidden }) => !hidden).map(({ text }) => text)).toEqual(["T", "Move", "2", "3", "4"]);
  expect(texts.filter(({ hidden }) => hidden).map(({ text }) => text)).toEqual(["List", "One", "OK"]);
});

test("a summary counts only where it is shown", () => {
  expect(visibleText({ kind: "messageCard", card: { summary: "s" } })).toEqual([{ text: "s", hidden: false }]);
  const images = [{ images: ["https://a.example/p.png"] }];
  expect(visibleText({ kind: "messageCard", card: { summary: "s", sections: images } })).toEqual([]);
});
