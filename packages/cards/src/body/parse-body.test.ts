import { describe, expect, test } from "vitest";
import { decodeBody } from "./decode-body.ts";
import { parseBody } from "./parse-body.ts";

const json = "application/json";
const form = "application/x-www-form-urlencoded";

function parsedValue(body: string, contentType?: string): unknown {
  const parsed = parseBody(body, contentType);
  return "reason" in parsed ? parsed.reason : parsed.value;
}

describe("JSON is found whatever the header says (D.7)", () => {
  test.each([
    ["declared as a form", '{"text":"a b"}', form],
    ["declared as a card", '{"text":"a b"}', "application/vnd.microsoft.teams.card.o365connector"],
    ["declared as text", '{"text":"a b"}', "text/plain"],
    ["with a byte-order mark", '\uFEFF{"text":"a b"}', json],
    ["percent-encoded", "%7B%22text%22%3A%22a+b%22%7D", form],
    ["percent-encoded with an empty value", "%7b%22text%22:%22a%20b%22%7d=", form],
    ["in a payload field", "payload=%7B%22text%22%3A%22a%20b%22%7D&token=1", form],
    ["raw in a payload field", 'payload={"text":"a b"}', form],
    ["in a JSON string", JSON.stringify('{"text":"a b"}'), json],
    ["in single quotes", "{'text':'a b'}", json],
  ])("%s", (_name, body, contentType) => {
    expect(parsedValue(body, contentType)).toEqual({ text: "a b" });
  });

  test("raw JSON in a payload field keeps its plus and percent signs", () => {
    expect(parsedValue('payload={"text":"1+1 is 100%"}', form)).toEqual({ text: "1+1 is 100%" });
  });
});

describe("bare text", () => {
  test.each([
    ["Disk full", "text/plain", "Disk full"],
    ["Disk full", undefined, "Disk full"],
    ["Disk full", form, "Disk full"],
    ["[ALERT] disk full\n", "text/plain; charset=utf-8", "[ALERT] disk full"],
    ['"Disk" is full', "text/plain", '"Disk" is full'],
    ['"Disk full"', json, "Disk full"],
    ["100 % full", "text/plain", "100 % full"],
    ["payday", "text/plain", "payday"],
    ["42", "text/plain", "42"],
  ])("%s as %s", (body, contentType, text) => {
    expect(parsedValue(body, contentType)).toEqual({ text });
  });

  test("keeps its lines as lines of Markdown", () => {
    expect(parsedValue("one \r\ntwo\n\nthree", "text/plain")).toEqual({ text: "one  \ntwo  \n  \nthree" });
  });

  test.each([
    ["not json", json],
    ["not json", "application/problem+json"],
    ["<card/>", "application/xml"],
    ["--part\r\n", "multipart/form-data; boundary=part"],
    ["text=hello", form],
    ["payload=hello", form],
    ["%7B%zz", form],
    ["\u0000\u0001\u0002", "text/plain"],
    ["42", json],
  ])("is a mistake where another thing was declared: %s as %s", (body, contentType) => {
    expect(parsedValue(body, contentType)).toBe("unparseable");
  });
});

describe("bytes", () => {
  const latin1 = Uint8Array.of(0x63, 0x61, 0x66, 0xe9);
  test("are UTF-8 unless something says otherwise", () => {
    expect(decodeBody(new TextEncoder().encode("café ✓"), json)).toBe("café ✓");
    expect(decodeBody(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), undefined)).toBe("a");
    expect(decodeBody(Uint8Array.of(0xff, 0xfe, 0x61, 0x00), undefined)).toBe("a");
    expect(decodeBody(latin1, `${json}; charset="iso-8859-1"`)).toBe("café");
    expect(decodeBody(latin1, `${json}; charset=utf-8`)).toBe("café");
    expect(decodeBody(latin1, `${json}; charset=nonsense`)).toBe("café");
    expect(decodeBody(new TextEncoder().encode("a\uFFFDb"), json)).toBe("a\uFFFDb");
  });
});
