import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generatedFiles, repairedPattern } from "../../tools/generate-schemas.ts";

it("is what tools/generate-schemas.ts writes from the installed official schemas", () => {
  const files = generatedFiles();
  const folder = import.meta.dirname;
  const present = readdirSync(folder).filter((name) => !name.endsWith(".test.ts"));
  expect(present.sort()).toEqual([...files.keys()].sort());
  for (const [name, text] of files) expect(readFileSync(join(folder, name), "utf8") === text, `${name} is stale`).toBe(true);
  const size = present.reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
  process.stdout.write(`generated schemas: ${Math.round(size / 1024)} kB\n`);
  expect(size).toBeLessThan(4 * 1024 * 1024);
});

it("repairs the patterns that official tools crash on, and leaves the others alone", () => {
  const official = "^activities.activityTypes\\[\\b([0-9]|[1-8][0-9])\\b].description$";
  expect(() => new RegExp(official, "u")).toThrow();
  const repaired = new RegExp(repairedPattern(official), "u");
  for (const key of ["activities.activityTypes[7].description", "activities.activityTypes[99].description", "x"]) {
    expect(repaired.test(key)).toBe(new RegExp(official).test(key));
  }
  expect(repairedPattern("^#[0-9a-f]{6}$")).toBe("^#[0-9a-f]{6}$");
});
