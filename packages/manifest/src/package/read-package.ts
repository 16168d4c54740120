/** Zip bytes to files, with everything that is wrong about the zip itself. */
import type { Reporter } from "../reporter.ts";
import * as rules from "../rules/package/index.ts";
import { checksum } from "./checksum.ts";
import { isLitter, nameKey, plainName, unsafeName } from "./entry-names.ts";
import { type Inflated, inflate } from "./inflate.ts";
import { packageLimits } from "./limits.ts";
import { readDirectory, type ZipEntry } from "./zip-directory.ts";

const megabyte = 1024 * 1024;

/**
 * Reads what can be read; what cannot is reported and left out. Returns null when the package as a whole must not be looked into.
 * Never throws and never inflates past `packageLimits`.
 */
export async function readPackage(zip: Uint8Array, reporter: Reporter): Promise<Map<string, Uint8Array> | null> {
  if (zip.length > packageLimits.compressed) {
    const values = { limit: packageLimits.compressed / megabyte, size: (zip.length / megabyte).toFixed(1) };
    reporter.add(rules.tooLarge, {
      file: "",
      values,
      found: `${zip.length}`,
      expected: `<= ${packageLimits.compressed}`,
    });
    return null;
  }
  const directory = readDirectory(zip, packageLimits.entries + 1);
  if ("failure" in directory) {
    const rule =
      directory.failure === "not-a-zip"
        ? rules.notAZip
        : directory.failure === "truncated"
          ? rules.truncated
          : rules.damaged;
    reporter.add(rule, { file: "", values: { detail: directory.detail }, found: directory.detail });
    return null;
  }
  if (directory.count > packageLimits.entries) {
    const values = { count: directory.count, limit: packageLimits.entries };
    reporter.add(rules.tooManyEntries, {
      file: "",
      values,
      found: `${directory.count}`,
      expected: `<= ${packageLimits.entries}`,
    });
    return null;
  }
  const files = await readEntries(zip, directory.entries, reporter);
  if (directory.entries.length === 0) reporter.add(rules.empty, { file: "" });
  return files;
}

async function readEntries(
  zip: Uint8Array,
  entries: ZipEntry[],
  reporter: Reporter,
): Promise<Map<string, Uint8Array> | null> {
  const files = new Map<string, Uint8Array>();
  const names = new Map<string, string>();
  let left = Math.min(packageLimits.inflated, entryAllowance(zip.length));
  for (const entry of entries) {
    if (!mayBeRead(entry, names, reporter)) continue;
    if (/[/\\]$/.test(entry.name) || isLitter(entry.name)) continue;
    const data = zip.subarray(entry.dataStart, entry.dataEnd);
    const inflated = await entryBytes(entry, data, Math.min(left, entryAllowance(data.length)));
    const file = plainName(entry.name);
    if ("failure" in inflated) {
      if (inflated.failure === "corrupt") {
        reporter.add(rules.damagedEntry, { file, values: { name: entry.name } });
        continue;
      }
      const values = { name: entry.name, limit: packageLimits.inflated / megabyte, ratio: packageLimits.ratio };
      reporter.add(rules.inflatesTooFar, { file: "", values, found: entry.name });
      return null;
    }
    left -= inflated.bytes.length;
    if (checksum(inflated.bytes) !== entry.crc)
      reporter.add(rules.damagedEntry, { file, values: { name: entry.name } });
    else if (inflated.bytes.length !== entry.declaredSize)
      reporter.add(rules.sizeDeclared, {
        file,
        values: { name: entry.name, declared: entry.declaredSize, real: inflated.bytes.length },
      });
    files.set(file, inflated.bytes);
  }
  return files;
}

/** Few bytes may come to much without harm; past that floor the ratio counts, for each entry as for the whole. */
function entryAllowance(compressed: number): number {
  return Math.max(packageLimits.ratioFloor, packageLimits.ratio * compressed);
}

async function entryBytes(entry: ZipEntry, data: Uint8Array, allowed: number): Promise<Inflated> {
  if (entry.method === 8) return inflate({ data, format: "deflate-raw", announced: entry.declaredSize, allowed });
  return data.length > allowed ? { failure: "too-large", reached: data.length } : { bytes: data.slice() };
}

/** Judges an entry by its directory record alone. */
function mayBeRead(entry: ZipEntry, names: Map<string, string>, reporter: Reporter): boolean {
  const about = { file: "", values: { name: JSON.stringify(entry.name).slice(1, -1) }, found: entry.name };
  const unsafe = unsafeName(entry.name) ?? unsafeName(entry.localName);
  if (unsafe !== null) {
    reporter.add(rules.unsafeName, { ...about, values: { ...about.values, reason: rules.unsafeNameReasons[unsafe] } });
    return false;
  }
  if (isLitter(entry.name)) {
    if (!/[/\\]$/.test(entry.name)) reporter.add(rules.litter, about);
    return true;
  }
  const key = nameKey(entry.name);
  const earlier = names.get(key);
  if (earlier !== undefined && !/[/\\]$/.test(entry.name)) {
    reporter.add(rules.sameNameTwice, { ...about, values: { name: entry.name, other: earlier } });
    return false;
  }
  names.set(key, entry.name);
  if (entry.localName !== entry.name) {
    reporter.add(rules.twoNames, { ...about, values: { name: entry.name, other: entry.localName } });
    return false;
  }
  if (entry.symbolicLink) reporter.add(rules.symbolicLink, about);
  else if (entry.encrypted) reporter.add(rules.encrypted, about);
  else if (entry.method !== 0 && entry.method !== 8)
    reporter.add(rules.unknownCompression, { ...about, values: { ...about.values, method: entry.method } });
  else return true;
  return false;
}
