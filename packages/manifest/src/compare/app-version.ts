/** An app's own version: compared number by number (lifecycle 2, contracts E.2). */

interface Parsed {
  numbers: string[];
  /** What follows a hyphen, as in 1.0.0-beta; "" for a release. */
  suffix: string;
}

function parse(version: string): Parsed {
  const [core = "", ...rest] = version.trim().split("+")[0]?.split("-") ?? [];
  // Anything that is no number counts as 0: an update must be told apart from it, not crash on it.
  const numbers = core.split(".").map((part) => (/^\d+/.exec(part)?.[0] ?? "0").replace(/^0+(?=\d)/, ""));
  return { numbers, suffix: rest.join("-") };
}

/** Numbers as text, so that no length is too great for them. */
function compareNumbers(a: string, b: string): -1 | 0 | 1 {
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

/** -1 when `a` is lower, 0 when equal, 1 when higher. Missing numbers are 0: 1.0 equals 1.0.0. A suffix comes before the release. */
export function compareVersions(a: string, b: string): -1 | 0 | 1 {
  const left = parse(a);
  const right = parse(b);
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index++) {
    const order = compareNumbers(left.numbers[index] ?? "0", right.numbers[index] ?? "0");
    if (order !== 0) return order;
  }
  if (left.suffix === right.suffix) return 0;
  if (left.suffix === "" || right.suffix === "") return left.suffix === "" ? 1 : -1;
  return left.suffix < right.suffix ? -1 : 1;
}

/** The least version of three numbers that replaces `current`: 1.0 -> 1.0.1, 1.2.9 -> 1.2.10, 1.0.0-beta -> 1.0.0. */
export function leastHigherVersion(current: string): string {
  const { numbers, suffix } = parse(current);
  const [major = "0", minor = "0", patch = "0", ...beyond] = numbers;
  const least = (value: string) => (BigInt(value) + 1n).toString();
  const next = suffix !== "" && beyond.length === 0 ? patch : least(patch);
  // A major of 0 is refused (contracts A.3, VersionHasMajorLessThan1), so nothing below 1.0.0 would do.
  return major === "0" ? "1.0.0" : `${major}.${minor}.${next}`;
}
