/**
 * Writes src/generated from the official schemas inside @microsoft/app-manifest (MIT). Run it after raising that dependency:
 * `node packages/manifest/tools/generate-schemas.ts`. A test compares what is committed with what this would write.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * The official localisation schemas (all versions) end an index with a bare bracket, as in `activityTypes\[\b([0-9])\b].description`. That is no
 * regular expression in Unicode mode, which JSON schema asks for and Ajv uses: official tools crash on it. Escaping the bracket says
 * what was meant.
 */
export function repairedPattern(pattern: string): string {
  const repaired = compiles(pattern) ? pattern : pattern.replaceAll("\\b]", "\\b\\]");
  if (!compiles(repaired)) throw new Error(`the official pattern ${pattern} needs a repair of its own`);
  return repaired;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") !== null;
  } catch {
    return false;
  }
}

const kinds = {
  manifest: "MicrosoftTeams.schema.json",
  localization: "MicrosoftTeams.Localization.schema.json",
} as const;
type Kind = keyof typeof kinds;

const source = join(dirname(createRequire(import.meta.url).resolve("@microsoft/app-manifest")), "json-schemas/teams");
const target = join(import.meta.dirname, "../src/generated");

/** Every generated file by its name in src/generated. */
export function generatedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const found: Record<Kind, string[]> = { manifest: [], localization: [] };
  for (const folder of readdirSync(source).sort(byVersion)) {
    const version = folder.replace(/^v/, "").replace("DevPreview", "devPreview");
    for (const kind of Object.keys(kinds) as Kind[]) {
      const text = readSchema(join(source, folder, kinds[kind]));
      if (text === null) continue;
      found[kind].push(version);
      files.set(`${kind}-${version}.json`, `${text}\n`);
    }
  }
  files.set("schema-files.ts", loaders(found));
  return files;
}

function readSchema(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return null;
  }
  // Descriptions stay: the editor shows them. Only white space goes.
  return JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, "")), (key, value) => {
    if (key === "pattern" && typeof value === "string") return repairedPattern(value);
    if (key !== "patternProperties" || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value as object).map(([pattern, part]) => [repairedPattern(pattern), part]),
    );
  });
}

function loaders(found: Record<Kind, string[]>): string {
  const map = (kind: Kind) =>
    found[kind]
      .map((v) => `  ${JSON.stringify(v)}: () => import("./${kind}-${v}.json", { with: { type: "json" } }),`)
      .join("\n");
  return [
    "// Written by tools/generate-schemas.ts from the schemas in @microsoft/app-manifest (MIT). Do not edit.",
    `export const schemaFiles = {\n${map("manifest")}\n} as const;`,
    `export const localizationFiles = {\n${map("localization")}\n} as const;`,
    "",
  ].join("\n\n");
}

function byVersion(a: string, b: string): number {
  const minor = (folder: string) => Number(folder.split(".")[1] ?? 1e9);
  return minor(a) - minor(b);
}

if (import.meta.main) {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(target)) if (!name.endsWith(".test.ts")) rmSync(join(target, name));
  for (const [name, text] of generatedFiles()) writeFileSync(join(target, name), text);
}
