/** Real manifests from public repositories, read where they lie: ../shared/corpus/manifests beside the repository. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { isObject, type JsonObject } from "../json/json-value.ts";

export const corpusFolder = join(import.meta.dirname, "../../../../../shared/corpus/manifests");

export interface CorpusManifest {
  name: string;
  bytes: Uint8Array;
  manifest: JsonObject;
}

/** Empty, with one printed line, where the corpus is not there. Faulty JSON is read as far as it goes. */
export function corpusManifests(): CorpusManifest[] {
  if (!existsSync(corpusFolder)) {
    process.stdout.write(`The corpus of manifests is not at ${corpusFolder}: tests over it have nothing to run on.\n`);
    return [];
  }
  return readdirSync(corpusFolder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const bytes = new Uint8Array(readFileSync(join(corpusFolder, name)));
      const manifest: unknown = parse(new TextDecoder().decode(bytes));
      return { name, bytes, manifest: isObject(manifest) ? manifest : {} };
    });
}
