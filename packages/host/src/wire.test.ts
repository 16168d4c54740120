import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventMessage, field, readRequest, responseTo, text } from "./wire.ts";

describe("readRequest", () => {
  test("reads what 1.x and 2.x send", () => {
    expect(readRequest({ id: 0, func: "initialize", args: ["1.5.2"] })).toEqual({
      id: 0,
      func: "initialize",
      args: ["1.5.2"],
    });
    const modern = {
      id: 3,
      func: "getContext",
      args: undefined,
      uuidAsString: "a-b",
      timestamp: 1,
      apiVersionTag: "v2_x",
    };
    expect(readRequest(modern)).toEqual({ id: 3, func: "getContext", args: [], uuid: "a-b" });
  });

  test.each([
    ["no object", null],
    ["an array", [1, 2]],
    ["an event", { func: "themeChange", args: [] }],
    ["an answer", { id: 1, args: [] }],
    ["a fractional id", { id: 1.5, func: "f" }],
    ["an id beyond safe integers", { id: 2 ** 60, func: "f" }],
    ["a name without letters", { id: 1, func: "" }],
    ["a name without end", { id: 1, func: "f".repeat(1000) }],
    ["borrowed fields", Object.create({ id: 1, func: "f" })],
  ])("refuses %s", (_what, data) => {
    expect(readRequest(data)).toBeUndefined();
  });

  test("never throws, and never gives more than was asked for", () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const request = readRequest(data);
        expect(request === undefined || request.args.length <= 16).toBe(true);
      }),
    );
    expect(readRequest({ id: 1, func: "f", args: Array.from({ length: 1000 }) })?.args).toHaveLength(16);
  });
});

test("answers echo the uuid exactly when there was one", () => {
  expect(responseTo({ id: 1, func: "f", args: [] }, [true])).toEqual({ id: 1, args: [true] });
  expect(responseTo({ id: 1, func: "f", args: [], uuid: "u" }, [])).toEqual({ id: 1, uuidAsString: "u", args: [] });
});

test("events carry no id: one would make them answers", () => {
  expect(eventMessage("themeChange", ["dark"])).toEqual({ func: "themeChange", args: ["dark"] });
});

test("fields and texts are read with care", () => {
  expect(field({ a: 1 }, "toString")).toBeUndefined();
  expect(field("text", "length")).toBeUndefined();
  expect(text("abcdef", 3)).toBe("abc");
  expect(text({ length: 3 }, 3)).toBeUndefined();
});
