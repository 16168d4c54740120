/** Reading what pages keep in the query of their address. What does not fit is left out: addresses are typed by people too. */

/** Text; the router has read what looks like a number as one. */
export function textIn(value: unknown): string | undefined {
  const given = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  return typeof given === "string" && given !== "" ? given : undefined;
}

/** One of a few words. */
export function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}

/** Leaves out what is not set, so that addresses stay short. */
export function onlySet<T extends object>(values: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
