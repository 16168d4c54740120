import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { type Comparison, comparePackages, type Language, validatePackage } from "@parvis/manifest";
import type { FileRead, PackageQuestion, PackageVerdict } from "./package-reader.ts";

function hashed(bytes: Uint8Array | undefined): FileRead | undefined {
  return bytes && { bytes, sha256: createHash("sha256").update(bytes).digest() };
}

async function read(bytes: Uint8Array, language: Language): Promise<PackageVerdict> {
  const verdict = await validatePackage(bytes, { target: "organization", placeholders: "refuse", language });
  const { valid, findings, manifest, files } = verdict;
  const icon = (name: string | undefined) => (name === undefined ? undefined : hashed(files.get(name)));
  return {
    valid,
    findings,
    manifest,
    externalId: verdict.id,
    version: verdict.version,
    packageSha256: createHash("sha256").update(bytes).digest(),
    color: icon(manifest?.icons?.color),
    outline: icon(manifest?.icons?.outline),
  };
}

async function compare(before: Uint8Array, after: Uint8Array, language: Language): Promise<Comparison> {
  const options = { target: "organization", placeholders: "refuse", language } as const;
  const [old, next] = await Promise.all([validatePackage(before, options), validatePackage(after, options)]);
  return await comparePackages(old, next, language);
}

/** Inflating, hashing and checking a package can take a second: not on the thread that answers everybody else. */
parentPort?.on("message", async ({ id, ...asked }: PackageQuestion & { id: number }) => {
  try {
    const answer =
      asked.kind === "read"
        ? await read(asked.bytes, asked.language)
        : await compare(asked.before, asked.after, asked.language);
    parentPort?.postMessage({ id, answer });
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
