import { describe, expect, test } from "vitest";
import { chooseLanguage, chooseRegion } from "./language-store.ts";

describe("the language of the screen", () => {
  test("is what was chosen, else the first that the browser asks for and Parvis speaks", () => {
    expect(chooseLanguage("fr", ["en-GB"])).toBe("fr");
    expect(chooseLanguage(undefined, ["de-DE", "fr-CA", "en"])).toBe("fr");
    expect(chooseLanguage(undefined, ["de"])).toBe("en");
  });

  test("is written by the browser's region where the language is the same", () => {
    expect(chooseRegion("en", ["fr-CA", "en-GB", "en-US"])).toBe("en-GB");
    expect(chooseRegion("fr", ["en-GB", "fr-CA"])).toBe("fr-CA");
    expect(chooseRegion("fr", ["en-GB"])).toBe("fr");
  });

  test("does without tags that are none", () => {
    expect(chooseRegion("en", ["en-US@posix"])).toBe("en");
  });
});
