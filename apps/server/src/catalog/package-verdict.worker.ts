import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { type Language, validatePackage } from "@parvis/manifest";
import type { FileRead, PackageVerdict } from "./package-reader.ts";

interface Question {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly language: Language;
}

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

/** Inflating, hashing and checking a package can take a second: not on the thread that answers everybody else. */
parentPort?.on("message", async ({ id, bytes, language }: Question) => {
  try {
    parentPort?.postMessage({ id, verdict: await read(bytes, language) });
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
