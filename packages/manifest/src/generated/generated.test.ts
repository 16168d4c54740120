import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generatedFiles } from "../../tools/generate-schemas.ts";

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
