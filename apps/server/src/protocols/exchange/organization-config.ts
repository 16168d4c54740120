import type { OrganisationSettings } from "../../governance/index.ts";
import type { Cmdlet, CmdletContext } from "./cmdlet.ts";

/** The organisation's switches by Exchange's names (contracts.md D.5). */
const switches = {
  ConnectorsEnabled: "connectorsEnabled",
  ConnectorsEnabledForTeams: "connectorsEnabledForTeams",
  ConnectorsEnabledForOutlook: "connectorsEnabledForOutlook",
  ConnectorsEnabledForSharepoint: "connectorsEnabledForSharepoint",
  ConnectorsEnabledForYammer: "connectorsEnabledForYammer",
  ConnectorsActionableMessagesEnabled: "connectorsActionableMessagesEnabled",
} as const satisfies Record<string, keyof OrganisationSettings>;
type Switch = keyof typeof switches;
const names = Object.keys(switches) as Switch[];

/** `-Identity` is taken and must be the organisation asked for: there is one at this address. */
function isHere({ tenant }: CmdletContext, identity: unknown): boolean {
  return identity === undefined || [tenant.id, tenant.domain, tenant.displayName].includes(String(identity).trim());
}

const notHere = (identity: unknown) =>
  ({
    fault: "not-found",
    message: `The operation couldn't be performed because object '${identity}' couldn't be found. Leave -Identity out: there is one organisation at this address.`,
    parameter: "Identity",
  }) as const;

export const getOrganizationConfig: Cmdlet = {
  name: "Get-OrganizationConfig",
  parameters: { Identity: "identity" },
  async run(context, { Identity }) {
    if (!isHere(context, Identity)) return notHere(Identity);
    const { tenant, governance } = context;
    const settings = await governance.settings(tenant.id);
    const held = Object.fromEntries(names.map((name) => [name, settings[switches[name]]]));
    const { domain, displayName, id } = tenant;
    return { value: [{ ...held, DisplayName: displayName, Name: domain, Identity: domain, Guid: id, IsValid: true }] };
  },
};

export const setOrganizationConfig: Cmdlet = {
  name: "Set-OrganizationConfig",
  parameters: { Identity: "identity", ...Object.fromEntries(names.map((name) => [name, "boolean" as const])) },
  async run(context, values) {
    if (!isHere(context, values.Identity)) return notHere(values.Identity);
    const change: { -readonly [Name in (typeof switches)[Switch]]?: boolean } = {};
    for (const name of names) {
      const value = values[name];
      if (typeof value === "boolean") change[switches[name]] = value;
    }
    const before = await context.governance.settings(context.tenant.id);
    const differing = names.filter((name) => {
      const wanted = change[switches[name]];
      return wanted !== undefined && wanted !== before[switches[name]];
    });
    if (differing.length === 0) {
      const warning = `The command completed successfully but no settings of '${context.tenant.domain}' have been modified.`;
      return { value: [], warnings: [warning] };
    }
    if (!context.whatIf) await context.governance.changeSettings(context.origin, change);
    return { value: [] };
  },
};
