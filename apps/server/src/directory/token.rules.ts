/** What tokens are issued for, by the addresses that clients of Microsoft's know (contracts.md A.0, C.4). */
export const resources = {
  graph: "https://graph.microsoft.com",
  management: "https://manage.office.com",
  exchange: "https://outlook.office365.com",
} as const;
export type Resource = keyof typeof resources;

/** Other names of the same: older addresses, and the ids Entra has for them. */
const aliases: Readonly<Record<string, Resource>> = {
  "https://graph.microsoft.com": "graph",
  "00000003-0000-0000-c000-000000000000": "graph",
  "https://manage.office.com": "management",
  "c5393580-f805-4401-95e8-94b7a6ef2fc2": "management",
  "https://outlook.office365.com": "exchange",
  "https://outlook.office.com": "exchange",
  "https://ps.outlook.com": "exchange",
  "00000002-0000-0ff1-ce00-000000000000": "exchange",
};

/** As Entra says it; clients plan their next request by it. */
export const tokenLifetimeSeconds = 3599;

/** The resource of an address, with or without a slash at the end. */
export function resourceNamed(address: string): Resource | undefined {
  return aliases[address.toLowerCase().replace(/\/+$/, "")];
}

/** Whose permission it is; tokens carry only those of the resource they are for. */
export function resourceOfPermission(permission: string): Resource {
  if (/^ActivityFeed\./i.test(permission)) return "management";
  return /^(Exchange\.|full_access_as_app$)/i.test(permission) ? "exchange" : "graph";
}

/** What of a registration's permissions goes into a token for a resource. */
export function permissionsFor(resource: Resource, permissions: readonly string[]): string[] {
  return permissions.filter((permission) => resourceOfPermission(permission) === resource).toSorted();
}

/** Scopes of OpenID Connect, which belong to no resource. */
const openIdScopes = new Set(["openid", "profile", "email", "offline_access"]);

export interface RequestedScope {
  /** The one resource asked for; undefined when none was named. */
  readonly resource: Resource | undefined;
  /** Whether all that the application has is asked for (`/.default`). */
  readonly everything: boolean;
  readonly permissions: readonly string[];
  readonly openId: readonly string[];
  /** The part that is not understood, or belongs to a second resource. */
  readonly wrong: { readonly part: string; readonly why: "unknown-resource" | "two-resources" } | undefined;
}

/** Reads the parameter `scope`: `https://graph.microsoft.com/.default`, `User.Read openid`, … */
export function readScope(scope: string): RequestedScope {
  let resource: Resource | undefined;
  let everything = false;
  let wrong: RequestedScope["wrong"];
  const permissions: string[] = [];
  const openId: string[] = [];
  for (const part of scope.split(/\s+/).filter((each) => each !== "")) {
    if (openIdScopes.has(part)) {
      openId.push(part);
      continue;
    }
    const slash = part.lastIndexOf("/");
    const address = part.slice(0, slash);
    const found = slash === -1 ? "graph" : resourceNamed(address);
    if (found === undefined) wrong ??= { part: address, why: "unknown-resource" };
    else if (resource !== undefined && resource !== found) wrong ??= { part, why: "two-resources" };
    resource ??= found;
    const name = part.slice(slash + 1);
    if (name === ".default") everything = true;
    else permissions.push(name);
  }
  return { resource, everything, permissions, openId, wrong };
}
