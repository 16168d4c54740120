import { buildClient } from "@parvis/web/build";

/** Vitest calls it once: the client as its sources are now, also when one file of tests is run alone. */
export function setup(): void {
  buildClient((sentence) => process.stdout.write(`${sentence}\n`));
}
