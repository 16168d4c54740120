/**
 * Adds up the JavaScript that the first load of a route brings, compressed, from the manifest of the build, and holds
 * it against the budget (architecture.md). Exits with 1 when a route is over it. Run after `vite build`; takes the
 * folder of another build than dist.
 */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const dist =
  process.argv[2] === undefined ? fileURLToPath(new URL("../dist/", import.meta.url)) : `${resolve(process.argv[2])}/`;
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));
const budget = 250_000;

const english = (part: string) => `src/${part}/locales/en.json`;
const client = [english("client")];
const admin = [english("admin"), "src/admin/admin-layout.tsx"];
const publisher = [english("publisher"), english("publisher/edit"), "src/publisher/publisher-layout.tsx"];
/** The modules that a route loads by itself, beside what its document names and what they import. */
const routes: Record<string, readonly string[]> = {
  "/sign-in": ["src/shell/sign-in-page.tsx"],
  "/setup": [english("setup"), "src/setup/setup-page.tsx"],
  "/connect": [...client, english("client/connect"), "src/client/connect/connect-page.tsx"],
  "/teams/…/channels/…": [...client, "src/client/teams-layout.tsx", "src/client/channel/channel-page.tsx"],
  "/teams/…": [...client, english("client/team"), "src/client/teams-layout.tsx", "src/client/team/team-page.tsx"],
  "/apps": [...client, "src/client/apps/apps-page.tsx"],
  "/apps/…": [...client, "src/client/apps/app-page.tsx"],
  "/publisher": [...publisher, "src/publisher/check/check-page.tsx"],
  "/publisher/compare": [...publisher, "src/publisher/compare/compare-page.tsx"],
  "/admin": [...admin, "src/admin/overview/overview-page.tsx"],
};

function collect(chunk: Chunk | undefined, name: string, found: Set<string>): void {
  if (chunk === undefined)
    throw new Error(`The build has no ${name}; keep the routes in tools/check-sizes.ts up to date.`);
  if (found.has(chunk.file)) return;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(manifest[imported], imported, found);
}

/** Every script of a page: those its document names, the modules given, and what they import. */
function scriptsOf(document: string, modules: readonly string[]): string[] {
  const found = new Set<string>();
  const named = readFileSync(dist + document, "utf8").matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g);
  for (const [, file = ""] of named)
    collect(
      Object.values(manifest).find((chunk) => chunk.file === file),
      file,
      found,
    );
  for (const name of modules) collect(manifest[name], name, found);
  return [...found].filter((file) => file.endsWith(".js"));
}

/** Small files have no compressed copy, as they are not worth one. */
function size(file: string, suffix: string): number {
  return (statSync(dist + file + suffix, { throwIfNoEntry: false }) ?? statSync(dist + file)).size;
}

function report(page: string, scripts: readonly string[]): void {
  const [brotli = 0, gzip = 0] = [".br", ".gz"].map((suffix) =>
    scripts.reduce((sum, file) => sum + size(file, suffix), 0),
  );
  const over = brotli > budget;
  if (over) process.exitCode = 1;
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  const verdict = over ? `  over ${kilobytes(budget)}` : "";
  process.stdout.write(
    `${page.padEnd(22)} ${kilobytes(brotli)} brotli ${kilobytes(gzip)} gzip  ${scripts.length} files${verdict}\n`,
  );
}

for (const [route, modules] of Object.entries(routes))
  report(route, scriptsOf("index.html", [english("shared"), ...modules]));
report("embed.html", scriptsOf("embed.html", []));
