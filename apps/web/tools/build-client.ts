import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the client is made of; a change in any of it makes a new build necessary. */
const sources = [
  "package-lock.json",
  "apps/web/*.{html,ts,json}",
  "apps/web/{src,public,tools}/**/*",
  "packages/{cards,host,manifest}/src/**/*.{ts,js,json}",
];

function fingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const name of globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(name.slice(root.length)).update("\0").update(readFileSync(name)).update("\0");
  }
  return hash.digest("hex");
}

/**
 * Builds the web client unless the build that is there was made from the same sources.
 * @param say told when a build begins, as it takes some seconds.
 * @returns whether it was built now.
 * @throws Error when the build fails; its output has been shown.
 */
export function buildClient(say: (sentence: string) => void): boolean {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const folder = join(root, "apps/web");
  const stamp = join(folder, "dist/.sources");
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  say("Building the web client, once …");
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
  const built = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: folder,
    stdio: "inherit",
    // Libraries leave parts of themselves out under other names: Griffel its static styles under "test".
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) throw new Error("The web client could not be built; the reason stands above.");
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
