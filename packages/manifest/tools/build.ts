/**
 * Builds what is published to dist/: one file with the schemas beside it, declarations, and a package.json without workspace parts.
 * `node packages/manifest/tools/build.ts`
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { localizationFiles, schemaFiles } from "../src/generated/schema-files.ts";

const root = join(import.meta.dirname, "..");
export const distFolder = join(root, "dist");

/** Dependencies stay dependencies: whoever installs the package has one copy of each. */
export async function build(): Promise<void> {
  rmSync(distFolder, { recursive: true, force: true });
  mkdirSync(distFolder, { recursive: true });
  const { name, version, license, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const bundle = await rolldown({
    input: join(root, "src/index.ts"),
    external: Object.keys(dependencies).map((each) => new RegExp(`^${each}(/|$)`)),
    platform: "neutral",
  });
  await bundle.write({
    dir: distFolder,
    format: "esm",
    entryFileNames: "index.js",
    chunkFileNames: "schemas/[name].js",
    minify: false,
  });
  await bundle.close();
  declarations();
  const manifest = {
    name,
    version,
    license,
    type: "module",
    description: "Microsoft Teams app packages: validate, compare, upgrade and pack, in Node and in browsers",
    keywords: ["microsoft-teams", "teams", "manifest", "validate", "app-package"],
    exports: { ".": { types: "./types/index.d.ts", default: "./index.js" } },
    types: "./types/index.d.ts",
    sideEffects: false,
    engines: { node: ">=20.12" },
    dependencies,
  };
  writeFileSync(join(distFolder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of ["README.md", "NOTICE"]) cpSync(join(root, file), join(distFolder, file));
}

/** tsc writes the declarations; the generated loaders are replaced by one type, because 1.3 MB of JSON are no declaration. */
function declarations(): void {
  const types = join(distFolder, "types");
  const tsc = createRequire(import.meta.url)
    .resolve("typescript/package.json")
    .replace("package.json", "bin/tsc");
  const options = [
    "--declaration",
    "--emitDeclarationOnly",
    "--noEmit",
    "false",
    "--outDir",
    types,
    "--rootDir",
    join(root, "src"),
    "--rewriteRelativeImportExtensions",
  ];
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json"), ...options], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stdout);
  const declare = (name: string, files: object) =>
    `export declare const ${name}: Readonly<Record<${Object.keys(files)
      .map((key) => JSON.stringify(key))
      .join(" | ")}, () => Promise<{ default: unknown }>>>;\n`;
  const loaders = declare("schemaFiles", schemaFiles) + declare("localizationFiles", localizationFiles);
  writeFileSync(join(types, "generated/schema-files.d.ts"), loaders);
  for (const name of readdirSync(types, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".d.ts")) continue;
    // Declarations keep the .ts of the sources, which nobody who installs the package has.
    const path = join(types, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(/(["'])(\.[^"']+)\.ts\1/g, "$1$2.js$1"));
  }
}

if (import.meta.main) await build();
