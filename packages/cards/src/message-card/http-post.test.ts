import { describe, expect, test } from "vitest";
import type { ReadCard } from "../payload.ts";
import { fillHttpPost, findHttpPost, type HttpPost } from "./http-post.ts";

const post = {
  "@type": "HttpPOST",
  name: "OK",
  target: "https://a.example/{{c.value}}",
  body: "{}",
  headers: [{ name: "X", value: "1" }],
};
const read: ReadCard = {
  kind: "messageCard",
  card: {
    potentialAction: [post, { "@type": "ActionCard", inputs: [{ id: "c" }], actions: [post] }, { "@type": "OpenUri" }],
    sections: [{ potentialAction: [{ ...post, name: "In section" }] }],
  },
};

describe("finding the action a button names", () => {
  test("on the card, in an ActionCard, in a section", () => {
    expect(findHttpPost(read, "/potentialAction/0")).toMatchObject({ name: "OK", inputIds: [] });
    expect(findHttpPost(read, "/potentialAction/1/actions/0")).toMatchObject({ name: "OK", inputIds: ["c"] });
    expect(findHttpPost(read, "/sections/0/potentialAction/0")).toMatchObject({ name: "In section" });
  });

  test.each([
    "",
    "/potentialAction/1",
    "/potentialAction/2",
    "/potentialAction/3",
    "/potentialAction/0/actions/0",
    "/sections/9/potentialAction/0",
    "/__proto__/potentialAction/0",
    "/potentialAction/0/",
  ])("nothing else: %j", (at) => {
    expect(findHttpPost(read, at)).toBeUndefined();
  });

  test("an Adaptive Card has none", () => {
    expect(findHttpPost({ kind: "adaptive", card: { potentialAction: [post] } }, "/potentialAction/0")).toBeUndefined();
  });
});

describe("filling in", () => {
  const filled = (fields: Partial<HttpPost>, values: Record<string, unknown>) =>
    fillHttpPost(
      {
        name: "",
        target: "",
        headers: [],
        body: "",
        bodyContentType: "application/json",
        inputIds: ["c", "d"],
        inputs: [],
        ...fields,
      },
      values,
    );

  test("a value cannot leave its place in an address", () => {
    expect(filled({ target: "https://a.example/{{c.value}}?x=1" }, { c: "../é&y=2#" }).url).toBe(
      "https://a.example/..%2F%C3%A9%26y%3D2%23?x=1",
    );
  });

  test("nor in JSON, nor in a form", () => {
    expect(JSON.parse(filled({ body: '{"x":"{{c.value}}"}' }, { c: '","y":"\n' }).body)).toEqual({ x: '","y":"\n' });
    const bodyContentType = "application/x-www-form-urlencoded";
    expect(filled({ body: "c={{c.value}}", bodyContentType }, { c: "a&b=c" }).body).toBe("c=a%26b%3Dc");
  });

  test("only known inputs, each once, empty when not filled in", () => {
    const body = "{{c.value}}|{{ d.value }}|{{other.value}}|{{toString.value}}";
    expect(filled({ body }, { c: "{{d.value}}", other: "x" }).body).toBe(
      "{{d.value}}||{{other.value}}|{{toString.value}}",
    );
    expect(filled({ body: "{{c.value}}" }, { c: 5 }).body).toBe("5");
  });

  test("date and time come together", () => {
    expect(filled({ body: "{{d.value}}" }, { d: "2026-03-01", "d#time": "15:30" }).body).toBe("2026-03-01T15:30");
  });

  test("half a character does not throw", () => {
    expect(filled({ target: "https://a.example/{{c.value}}" }, { c: "\ud83d" }).url).toBe(
      "https://a.example/%EF%BF%BD",
    );
  });
});
