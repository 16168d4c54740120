import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rulePages, rulePagesFolder } from "../../tools/generate-rule-pages.ts";

it("has a page in docs/reference/rules for every rule, as tools/generate-rule-pages.ts writes it", () => {
  const pages = rulePages();
  const present = readdirSync(rulePagesFolder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  expect(present.map((name) => name.replaceAll("\\", "/")).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages)
    expect(readFileSync(join(rulePagesFolder, name), "utf8") === text, `${name} is stale`).toBe(true);
});
