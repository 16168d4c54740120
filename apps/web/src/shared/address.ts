import { notFound } from "@tanstack/react-router";

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

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * For addresses with ids in their path: one that no thing can have leads to the page for what is not there, and the server is
 * not asked.
 */
export function requireIds(params: object): void {
  if (!Object.values(params).every((id) => uuid.test(String(id)))) throw notFound();
}
