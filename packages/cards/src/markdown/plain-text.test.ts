import { describe, expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

describe("marks go, text stays", () => {
  test.each([
    ["plain words", "plain words"],
    ["**bold** and *it* and _it_ and ***both***", "bold and it and it and both"],
    ["~~gone~~ ~here~", "gone ~here~"],
    ["snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"],
    ["`a * b` and ``a`b``", "a * b and a`b"],
    ['[log](https://a.example/x_(y) "title") [x] (y)', "log [x] (y)"],
    ["[**bold** link](<a b>)", "bold link"],
    ["![picture](https://a.example/p.png) after", "after"],
    ["[bad](javascript:alert(1))", "[bad](javascript:alert(1))"],
    ["<https://a.example> <b>html</b>", "https://a.example <b>html</b>"],
    [String.raw`myFirst\_Job\_ \\ \x`, String.raw`myFirst_Job_ \ \x`],
    ["a &amp; b &lt;&#33;&#x21;&nbsp;&nope;", "a & b <!!\u00a0&nope;"],
    ["*unclosed and _so", "*unclosed and _so"],
    ["*a _b* c_", "a _b c_"],
  ])("%s", (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});

describe("blocks", () => {
  test.each([
    ["# One\r## Two ##\rthree", "One\nTwo\nthree"],
    ["- a\n- **b**\n* c", "a\nb\nc"],
    ["1. a\n2. b\n10) c", "a\nb\nc"],
    ["in the year\n2016. It was", "in the year\n2016. It was"],
    ["> quote\n> more", "quote\nmore"],
    ["one\ntwo\n\nthree", "one\ntwo\nthree"],
    ["Title\n=====\ntext\n---\nend", "Title\ntext\nend"],
    ["```js\n*code*\n```\n*after*", "*code*\nafter"],
    ["    *indented*", "*indented*"],
    ["two  \nlines", "two  \nlines"],
  ])("%j", (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});

test("takes linear time on what was made to take more", () => {
  const evil = ["[", "*a", "[](", "`a``", "<", "_*", "![", "[a](b", "> ", "- ", "**a_ ", "[[a](b)](c)", "~~", "&"];
  for (const part of evil) {
    const text = part.repeat(28_000 / part.length);
    const start = performance.now();
    plainText(text);
    plainText(`# ${" ".repeat(28_000)}${part}`);
    expect(performance.now() - start, part).toBeLessThan(1000);
  }
});
