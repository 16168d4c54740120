/** What the commands take: a zip, a folder, or a manifest alone. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import {
  belongsInPackage,
  packageLimits,
  parseEnv,
  type ValidateOptions,
  type Verdict,
  validateFiles,
  validateManifestText,
  validatePackage,
} from "@parvis/manifest";
import { Refusal } from "../refusal.ts";

export type Input =
  | { kind: "zip"; path: string; bytes: Uint8Array }
  | { kind: "manifest"; path: string; bytes: Uint8Array }
  | { kind: "folder"; path: string; files: Map<string, Uint8Array> };

export interface Judged {
  path: string;
  kind: Input["kind"];
  verdict: Verdict;
  /** The manifest's text, for excerpts; null when there is none. */
  text: (file: string) => string | null;
}

/** Paths as given, globs replaced by what they match, in order and without repetition. Refuses what matches nothing. */
export async function expandPaths(patterns: string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const pattern of patterns) {
    if (await exists(pattern)) paths.push(pattern);
    else if (/[*?{}[\]!()]/.test(pattern)) {
      const { glob } = await import("tinyglobby");
      const found = await glob(pattern, { onlyFiles: true, ignore: ["**/node_modules/**"], expandDirectories: false });
      if (found.length === 0) throw new Refusal(`nothing matches ${pattern}`);
      paths.push(...found.sort());
    } else throw new Refusal(`there is no ${pattern}`);
  }
  return [...new Set(paths)];
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

export async function readInput(path: string): Promise<Input> {
  const about = await stat(path).catch(() => null);
  if (about === null) throw new Refusal(`there is no ${path}`);
  if (about.isDirectory()) return { kind: "folder", path, files: await readFolder(path) };
  if (about.size > packageLimits.compressed)
    return { kind: "zip", path, bytes: new Uint8Array(packageLimits.compressed + 1) };
  const bytes = new Uint8Array(await readFile(path));
  return { kind: path.toLowerCase().endsWith(".json") ? "manifest" : "zip", path, bytes };
}

/** Every file that belongs in a package; hidden files, modules and zips are passed over, as `pack` does. */
async function readFolder(root: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let left = packageLimits.inflated;
  const visit = async (folder: string): Promise<void> => {
    for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      const name = relative(root, path).split(sep).join("/");
      if (!belongsInPackage(entry.isDirectory() ? `${name}/` : name)) continue;
      if (entry.isDirectory()) await visit(path);
      if (!entry.isFile()) continue;
      const bytes = new Uint8Array(await readFile(path));
      left -= bytes.length;
      if (left < 0 || files.size >= packageLimits.entries)
        throw new Refusal(`${root} holds more than a package may; give the folder of the package alone`);
      files.set(name, bytes);
    }
  };
  await visit(root);
  return files;
}

export async function readEnv(path: string): Promise<Record<string, string>> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) throw new Refusal(`there is no ${path}`);
  return parseEnv(text);
}

/** Rule pages lie in the repository; the command names their file, not the address the server gives them. */
export const rulePages = "docs/reference/rules/";

export async function judge(input: Input, options: ValidateOptions): Promise<Judged> {
  const verdict = await verdictOf(input, { ...options, helpBase: rulePages });
  for (const finding of verdict.findings) finding.help += ".md";
  const decode = (bytes: Uint8Array | undefined) => (bytes === undefined ? null : new TextDecoder().decode(bytes));
  const files = input.kind === "manifest" ? new Map([["manifest.json", input.bytes]]) : verdict.files;
  return { path: input.path, kind: input.kind, verdict, text: (file) => decode(files.get(file)) };
}

async function verdictOf(input: Input, options: ValidateOptions): Promise<Verdict> {
  if (input.kind === "zip") return validatePackage(input.bytes, options);
  if (input.kind === "folder") return validateFiles(input.files, options);
  // Without its mark the text would lose the finding about it; TextDecoder drops the mark unless told not to.
  return validateManifestText(new TextDecoder("utf-8", { ignoreBOM: true }).decode(input.bytes), options);
}
