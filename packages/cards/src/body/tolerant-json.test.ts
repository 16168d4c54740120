import { expect, test } from "vitest";
import { toStrictJson } from "./tolerant-json.ts";

test.each([
  ["single quotes", "{'a': 'b'}", { a: "b" }],
  ["a double quote in single quotes", `{'a': 'say "b"'}`, { a: 'say "b"' }],
  ["an escaped single quote", String.raw`{'a': 'it\'s'}`, { a: "it's" }],
  ["a single quote in double quotes", `{"a": "it's",}`, { a: "it's" }],
  ["other escapes", String.raw`{'a': 'x\n\u00e9\\'}`, { a: "x\né\\" }],
  ["commas before brackets", '{"a": [1, 2, ], }', { a: [1, 2] }],
  ["names without quotes", "{@type: 'b', c_1: true, d: null}", { "@type": "b", c_1: true, d: null }],
  ["line breaks in strings", '{"a": "one\ntwo\tthree"}', { a: "one\ntwo\tthree" }],
  ["a line carried on", "{'a': 'one\\\ntwo'}", { a: "one\ntwo" }],
  ["brackets and commas in strings", `{'a': ',] {\\"}'}`, { a: ',] {"}' }],
])("%s", (_name, text, value) => {
  expect(JSON.parse(toStrictJson(text) ?? "")).toEqual(value);
});

test("a string that never ends is nothing", () => {
  expect(toStrictJson("{'a': 'b")).toBeUndefined();
});

test("nothing is evaluated", () => {
  expect(() => JSON.parse(toStrictJson("{a: alert(1)}") ?? "")).toThrow(SyntaxError);
});
