import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiPage } from "./docs/api-page.ts";
import { configurationPage } from "./docs/configuration-page.ts";
import { conversionPage } from "./docs/conversion-page.ts";

/**
 * `npm run docs`: writes the reference pages that are made from the code. With `--check` it writes nothing and fails when a
 * page is not what the code says.
 */
const root = join(import.meta.dirname, "..");
const pages: Record<string, string> = {
  "docs/reference/configuration.md": configurationPage(),
  "docs/reference/api.md": apiPage(),
  "docs/reference/card-conversion.md": conversionPage(),
};

const check = process.argv.includes("--check");
const stale = Object.entries(pages).filter(([path, text]) => {
  try {
    return readFileSync(join(root, path), "utf8") !== text;
  } catch {
    return true;
  }
});
for (const [path, text] of stale) {
  if (check) {
    console.log(`${path} is not what the code says. Run npm run docs and commit it.`);
    continue;
  }
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`Wrote ${path}`);
}
process.exitCode = check && stale.length > 0 ? 1 : 0;
