/** Policies as the server tells them, and how people name one. */
import { Argument } from "commander";
import type { ServerClient } from "../server/client.ts";
import { isId, pick } from "../server/places.ts";

export const kinds = ["permission", "setup"] as const;
export type Kind = (typeof kinds)[number];

export interface CatalogRule {
  readonly type: "AllowedAppList" | "BlockedAppList";
  readonly apps: readonly string[];
}

export interface PermissionContent {
  readonly microsoft: CatalogRule;
  readonly thirdParty: CatalogRule;
  readonly custom: CatalogRule;
}

export interface SetupContent {
  readonly allowSideLoading: boolean;
  readonly allowUserPinning: boolean;
  readonly pinnedAppBarApps: readonly string[];
  readonly pinnedMessageBarApps: readonly string[];
  readonly appPresetList: readonly string[];
}

export type Content = PermissionContent | SetupContent;

export interface PolicySummary {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly description: string;
  readonly builtIn: boolean;
  readonly editable: boolean;
  readonly content: Content;
  readonly assigned: { readonly people: number; readonly groups: number };
  readonly changedByName: string | null;
  readonly effectiveSince: string | null;
  readonly etag: string;
}

export interface Policy extends PolicySummary {
  readonly apps: readonly {
    readonly ref: string;
    readonly known: boolean;
    readonly displayName: string | null;
  }[];
}

export function isPermission(content: Content): content is PermissionContent {
  return "custom" in content;
}

export const kindArgument = () => new Argument("<kind>", "which kind of policies").choices(kinds);

/** A policy of a kind by id or name. @throws Refusal when there is none */
export async function findPolicy(client: ServerClient, kind: Kind, wanted: string): Promise<Policy> {
  if (isId(wanted)) return await client.call<Policy>("GET", `/api/policies/${kind}/${wanted}`);
  const found = await client.all<PolicySummary>(`/api/policies/${kind}?search=${encodeURIComponent(wanted)}`);
  const { id } = pick(found, `${kind} policy`, wanted, "here");
  return await client.call<Policy>("GET", `/api/policies/${kind}/${id}`);
}

function ruleText({ type, apps }: CatalogRule, nameOf: (ref: string) => string): string {
  const allows = type === "AllowedAppList";
  if (apps.length === 0) return allows ? "none is allowed" : "all are allowed";
  return `${allows ? "only these are allowed" : "all but these are allowed"}: ${apps.map(nameOf).join(", ")}`;
}

/** A policy in some lines. */
export function describePolicy(policy: Policy): string {
  const { name, id, kind, content, assigned, changedByName, effectiveSince, description, builtIn } = policy;
  const apps = new Map(policy.apps.map((app) => [app.ref, app]));
  const nameOf = (ref: string) => {
    const app = apps.get(ref);
    return app?.known === true && app.displayName !== null ? app.displayName : `${ref} (unknown)`;
  };
  const list = (refs: readonly string[]) => (refs.length === 0 ? "none" : refs.map(nameOf).join(", "));
  const lines = isPermission(content)
    ? [
        `Microsoft apps:   ${ruleText(content.microsoft, nameOf)}`,
        `third-party apps: ${ruleText(content.thirdParty, nameOf)}`,
        `custom apps:      ${ruleText(content.custom, nameOf)}`,
      ]
    : [
        `upload custom apps: ${content.allowSideLoading ? "yes" : "no"}`,
        `pin apps oneself:   ${content.allowUserPinning ? "yes" : "no"}`,
        `pinned:             ${list(content.pinnedAppBarApps)}`,
        `pinned to messages: ${list(content.pinnedMessageBarApps)}`,
        `installed:          ${list(content.appPresetList)}`,
      ];
  const since =
    effectiveSince === null ? "as built in" : `set by ${changedByName ?? "Parvis"} on ${effectiveSince.slice(0, 19)}Z`;
  const head = [`${name} (${id}), ${kind} policy${builtIn ? ", built in" : ""}`, ...(description ? [description] : [])];
  const foot = `assigned to ${assigned.people} people and ${assigned.groups} groups; ${since}`;
  return `${[...head, ...lines, foot].join("\n")}\n`;
}
