/**
 * Writes src/generated from the official schemas inside @microsoft/app-manifest (MIT). Run it after raising that dependency:
 * `node packages/manifest/tools/generate-schemas.ts`. A test compares what is committed with what this would write.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Official patterns that JavaScript cannot compile, and what they must mean. None today: 1.1.2 of the package repaired the last. */
export const repairedPatterns: Readonly<Record<string, { pattern: string; reason: string }>> = {};

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
    if (key !== "pattern" || typeof value !== "string") return value;
    const pattern = repairedPatterns[value]?.pattern ?? value;
    new RegExp(pattern, "u");
    return pattern;
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
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, text] of generatedFiles()) writeFileSync(join(target, name), text);
}
