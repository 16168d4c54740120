import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A case of the teams-js project's host tests, as far as it is read here. */
export interface HostCase {
  readonly title: string;
  readonly type: "callResponse" | "raiseEvent" | "registerAndRaiseEvent";
  /** SDK versions it is meant for. */
  readonly version?: string;
  /** Versions of the host that it is meant for. */
  readonly hostSdkVersion?: { readonly web?: string };
  readonly platformsExcluded?: readonly string[];
  readonly modulesToDisable?: readonly string[];
  readonly testUrlParams?: readonly (readonly [string, string])[];
  readonly boxSelector?: string;
  readonly eventName?: string;
  readonly eventData?: unknown;
  readonly inputValue?: unknown;
  readonly checkboxState?: boolean;
  /** What the host was asked, in words. */
  readonly expectedAlertValue?: string;
  /** What the page got, in words. */
  readonly expectedTestAppValue?: string;
  readonly expectedIFrameTarget?: string;
  readonly expectedWindowOpenTarget?: string;
}

export interface HostCaseFile {
  readonly name: string;
  /** SDK versions that all of it is meant for. */
  readonly version?: string;
  readonly checkIsSupported?: object;
  readonly testUrlParams?: readonly (readonly [string, string])[];
  readonly testCases: readonly HostCase[];
}

/** As on disk: one file groups its cases by feature instead. */
type StoredFile = Partial<HostCaseFile> & {
  readonly featureTests?: readonly { readonly testCases: readonly HostCase[] }[];
};

function readFile(name: string): HostCaseFile {
  const stored = JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as StoredFile;
  const testCases = stored.testCases ?? stored.featureTests?.flatMap((feature) => feature.testCases) ?? [];
  return { name, ...stored, testCases };
}

const FOLDER = fileURLToPath(new URL("../../../../../shared/corpus/teamsjs-host-cases/", import.meta.url));

/** Why there are no cases, if there are none. */
export const missingCases = existsSync(FOLDER) ? undefined : `no host cases at ${FOLDER}`;

/** The case files by capability, such as `pages.config`. */
export function readHostCases(): ReadonlyMap<string, HostCaseFile> {
  const names = missingCases ? [] : readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return new Map(names.sort().map((name) => [name.slice(0, -".json".length), readFile(name)]));
}

function parts(version: string): number[] {
  const [numbers = "", prerelease] = version.split("-");
  // A pre-release comes before its release.
  return [...numbers.split(".").map(Number), prerelease === undefined ? 1 : 0];
}

function compare(left: string, right: string): number {
  const [ours, theirs] = [parts(left), parts(right)];
  const index = ours.findIndex((part, at) => part !== theirs[at]);
  return index < 0 ? 0 : (ours[index] ?? 0) - (theirs[index] ?? 0);
}

/** Whether `version` falls under a condition such as `1.x || >2.0.0-beta.2`. */
export function versionMatches(condition: string | undefined, version: string): boolean {
  if (condition === undefined) return true;
  return condition.split("||").some((clause) => {
    const [, operator = "", bound = ""] = /^\s*([<>]?=?)\s*(\S+)\s*$/.exec(clause) ?? [];
    if (bound === "1.x") return version.startsWith("1.");
    const order = compare(version, bound);
    if (operator.startsWith(">")) return order > 0 || (operator === ">=" && order === 0);
    if (operator.startsWith("<")) return order < 0 || (operator === "<=" && order === 0);
    return order === 0;
  });
}

/** One value of the page address that the case wants, such as `frameContext`. */
export function urlParameter(file: HostCaseFile, one: HostCase, name: string): string | undefined {
  const given = [...(file.testUrlParams ?? []), ...(one.testUrlParams ?? [])];
  return given.findLast(([key]) => key === name)?.[1];
}

/** A table for people, with a line for each row. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
