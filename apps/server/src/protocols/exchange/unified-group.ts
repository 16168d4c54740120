import type { TeamSwitches } from "../../connectors/index.ts";
import { cutPage, decodeCursor } from "../../platform/http/page.ts";
import type { Cmdlet, CmdletContext } from "./cmdlet.ts";
import type { CmdletRefusal } from "./exchange-errors.ts";

/** Rows of one answer; more come by its `@odata.nextLink`. */
const pageSize = 100;

type Group = Awaited<ReturnType<CmdletContext["directory"]["teams"]["findByIdentity"]>>[number];

function present({ tenant }: CmdletContext, group: Group, { connectorsEnabled }: TeamSwitches) {
  return {
    DisplayName: group.displayName,
    Name: group.alias,
    Alias: group.alias,
    PrimarySmtpAddress: group.mail ?? `${group.alias}@${tenant.domain}`,
    Notes: group.description,
    ConnectorsEnabled: connectorsEnabled.value,
    ExternalDirectoryObjectId: group.id,
    Guid: group.id,
    Identity: group.id,
    IsValid: true,
  };
}

/** The one group that an identity stands for: its id, address, alias or display name. */
async function find(context: CmdletContext, identity: string): Promise<Group | CmdletRefusal> {
  const found = await context.directory.teams.findByIdentity(context.tenant, identity);
  const [only, other] = found;
  if (only === undefined) {
    const message = `The operation couldn't be performed because object '${identity}' couldn't be found on '${context.tenant.domain}'.`;
    return { fault: "not-found", message, parameter: "Identity" };
  }
  if (other === undefined) return only;
  const message = `The operation couldn't be performed because '${identity}' matches multiple entries. Use the group's id: ${found.map(({ id }) => id).join(", ")}${found.length > 2 ? ", …" : ""}.`;
  return { fault: "ambiguous", message, parameter: "Identity" };
}

export const getUnifiedGroup: Cmdlet = {
  name: "Get-UnifiedGroup",
  parameters: {
    Identity: "identity",
    ResultSize: "count",
    Anr: "string",
    SortBy: "string",
    IncludeAllProperties: "switch",
  },
  async run(context, { Identity, ResultSize, Anr }) {
    const { directory, switches, tenant, cursor } = context;
    if (Identity !== undefined) {
      const group = await find(context, String(Identity));
      if ("fault" in group) return group;
      return { value: [present(context, group, await switches.team(tenant.id, group.id))] };
    }
    const [taken, ...key] = decodeCursor(cursor, 3) ?? ["0"];
    const most = typeof ResultSize === "number" ? ResultSize : 1_000;
    const left = most - Number(taken);
    const limit = Math.min(pageSize, left);
    const search = Anr === undefined ? undefined : String(Anr);
    const rows = await directory.teams.listGroups(tenant.id, {
      limit,
      after: key.length === 2 ? key : undefined,
      search,
    });
    const count = String(Number(taken) + Math.min(rows.length, limit));
    const page = cutPage(rows, limit, (row) => [count, row.displayName.toLowerCase(), row.id]);
    const held = await switches.teams(
      tenant.id,
      page.items.map(({ id }) => id),
    );
    const value = page.items.map((group) => present(context, group, held(group.id)));
    const more = page.nextCursor !== null;
    const warnings =
      more && left <= pageSize
        ? [
            `There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.`,
          ]
        : [];
    return { value, warnings, nextCursor: more && left > pageSize ? (page.nextCursor ?? undefined) : undefined };
  },
};

export const setUnifiedGroup: Cmdlet = {
  name: "Set-UnifiedGroup",
  parameters: { Identity: "identity", ConnectorsEnabled: "switch" },
  required: ["Identity"],
  async run(context, { Identity, ConnectorsEnabled }) {
    const group = await find(context, String(Identity));
    if ("fault" in group) return group;
    const { switches, tenant, origin, whatIf } = context;
    const before = await switches.team(tenant.id, group.id);
    if (typeof ConnectorsEnabled !== "boolean" || before.connectorsEnabled.value === ConnectorsEnabled) {
      const warning = `The command completed successfully but no settings of '${group.displayName}' have been modified.`;
      return { value: [], warnings: [warning] };
    }
    if (!whatIf) await switches.changeTeam(origin, group.id, { connectorsEnabled: ConnectorsEnabled });
    return { value: [] };
  },
};
