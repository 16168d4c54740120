import { buildClient } from "@parvis/web/build";

/** The client as its sources are now, also when one file of tests is run alone. */
export default function setup(): void {
  buildClient(console.log);
}
