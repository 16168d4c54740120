import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ErrorObject, ValidateFunction } from "ajv";
import AjvDraft04Module from "ajv-draft-04";
import addFormatsModule from "ajv-formats";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { isObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { sampleManifest } from "../rules/sample-manifest.ts";
import { corpusManifests } from "../testing/corpus.ts";
import { evaluate } from "./evaluate.ts";
import { loadSchema } from "./load-schema.ts";
import { type SchemaVersion, schemaVersions } from "./schema-versions.ts";

/** Every intended difference from Ajv's verdict, by name and with its reason. There is none in the evaluator; these are in the verdict. */
const intendedDifferences = [
  [
    "open placeholders",
    "a value that holds an unfilled placeholder is one warning; what its content breaks is not counted",
  ],
  [
    "guessed version",
    "a missing or unknown manifestVersion is said once by manifest/version-*, not again by required, const or enum",
  ],
] as const;

const require = createRequire(import.meta.url);
const official = join(dirname(require.resolve("@microsoft/app-manifest")), "json-schemas/teams");
const validators = new Map<SchemaVersion, { ajv: ValidateFunction; schema: JsonObject }>();

beforeAll(async () => {
  for (const version of schemaVersions) {
    const folder = version === "devPreview" ? "vDevPreview" : `v${version}`;
    const text = readFileSync(join(official, folder, "MicrosoftTeams.schema.json"), "utf8").replace(/^\uFEFF/, "");
    const ajv = new AjvDraft04Module.default({ allErrors: true, strict: false });
    addFormatsModule.default(ajv as never);
    validators.set(version, { ajv: ajv.compile(JSON.parse(text)), schema: await loadSchema(version) });
  }
}, 60_000);

const line = (keyword: string, pointer: string, params: unknown) => `${keyword} ${pointer} ${JSON.stringify(params)}`;
const ofAjv = (errors: ErrorObject[]) => errors.map((e) => line(e.keyword, e.instancePath, e.params)).sort();

function both(version: SchemaVersion, manifest: JsonValue): { ours: string[]; theirs: string[] } {
  const validator = validators.get(version);
  if (validator === undefined) throw new Error(`no validator of ${version}`);
  validator.ajv(manifest);
  const ours = evaluate(validator.schema, manifest)
    .map((e) => line(e.keyword, e.pointer, e.params))
    .sort();
  return { ours, theirs: ofAjv(validator.ajv.errors ?? []) };
}

describe("agreement with Ajv on the official schemas", () => {
  it("holds for every manifest of the corpus under every version, error for error", () => {
    const manifests = [...corpusManifests(), { name: "sample", manifest: sampleManifest }];
    const rows: string[] = ["version     manifests  valid  errors  unexplained"];
    let unexplained = 0;
    for (const version of schemaVersions) {
      const row = { valid: 0, errors: 0, unexplained: 0 };
      for (const { name, manifest } of manifests) {
        const { ours, theirs } = both(version, manifest);
        row.valid += theirs.length === 0 ? 1 : 0;
        row.errors += theirs.length;
        if (ours.join("\n") === theirs.join("\n")) continue;
        row.unexplained++;
        rows.push(`  ${version} ${name}: ${ours.length} and ${theirs.length}`);
      }
      unexplained += row.unexplained;
      rows.push(
        `${version.padEnd(10)}  ${String(manifests.length).padStart(9)}  ${String(row.valid).padStart(5)}  ${String(row.errors).padStart(6)}  ${row.unexplained}`,
      );
    }
    for (const [name, reason] of intendedDifferences) rows.push(`intended: ${name}: ${reason}`);
    process.stdout.write(`${rows.join("\n")}\n`);
    expect(unexplained).toBe(0);
  }, 60_000);

  it("holds for documents grown from the schemas themselves, right and wrong", () => {
    const versions: SchemaVersion[] = ["1.0", "1.5", "1.13", "1.17", "1.22", "1.27", "1.30", "devPreview"];
    fc.assert(
      fc.property(fc.constantFrom(...versions), fc.infiniteStream(fc.nat({ max: 1_000_000 })), (version, numbers) => {
        const schema = validators.get(version)?.schema ?? {};
        const grown = grow(schema, schema, () => numbers.next().value as number, 0);
        const { ours, theirs } = both(version, grown);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 1_500 },
    );
  }, 120_000);
});

const strange: readonly JsonValue[] = [
  null,
  true,
  0,
  -1,
  1.5,
  "",
  "x",
  "https://contoso.com",
  "ftp://x",
  "00000000-0000-0000-0000-000000000000",
  [],
  {},
  ["team", "team"],
  "personal",
  "😀".repeat(20),
  "#abcdef",
  "1.0.0",
];

/** A value after the schema's own plan, with slips: now and then something of another kind, a missing or an unknown property. */
function grow(schema: JsonValue, root: JsonObject, next: () => number, depth: number): JsonValue {
  const odd = (): JsonValue => strange[next() % strange.length] ?? null;
  if (!isObject(schema) || depth > 9 || next() % 13 === 0) return odd();
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.split("/").pop() ?? "";
    return grow(isObject(root.definitions) ? (root.definitions[name] ?? {}) : {}, root, next, depth);
  }
  if (Array.isArray(schema.enum)) return schema.enum[next() % schema.enum.length] ?? null;
  if (schema.const !== undefined) return schema.const;
  const branches = [schema.oneOf, schema.anyOf].find((each) => Array.isArray(each));
  if (Array.isArray(branches) && schema.properties === undefined)
    return grow(branches[next() % branches.length] ?? {}, root, next, depth + 1);
  if (isObject(schema.properties)) {
    const value: JsonObject = {};
    for (const [key, part] of Object.entries(schema.properties)) {
      const required = Array.isArray(schema.required) && schema.required.includes(key);
      if (next() % 8 < (required ? 7 : 3)) value[key] = grow(part, root, next, depth + 1);
    }
    if (next() % 9 === 0) value.unheardOf = odd();
    return value;
  }
  if (schema.items !== undefined)
    return Array.from({ length: next() % 4 }, () => grow(schema.items ?? {}, root, next, depth + 1));
  if (schema.type === "boolean") return next() % 2 === 0;
  if (schema.type === "integer" || schema.type === "number") return next() % 300;
  return odd();
}
