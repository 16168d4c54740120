import type { Cmdlet } from "./cmdlet.ts";
import { getOrganizationConfig, setOrganizationConfig } from "./organization-config.ts";
import { getUnifiedGroup, setUnifiedGroup } from "./unified-group.ts";

/** Every cmdlet. To add one: write it in a file beside this one, and put it here. */
const all: readonly Cmdlet[] = [getOrganizationConfig, setOrganizationConfig, getUnifiedGroup, setUnifiedGroup];

/** By their names in lower case: PowerShell does not tell case. */
const byName = new Map(all.map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet]));

export const cmdletNames: readonly string[] = all.map(({ name }) => name);

export function cmdletNamed(name: string): Cmdlet | undefined {
  return byName.get(name.trim().toLowerCase());
}
