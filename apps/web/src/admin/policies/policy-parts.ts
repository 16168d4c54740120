import type { Policy, PolicyContent } from "./policy-queries.ts";

/** What of a policy can be edited, side by side, so that two states can be compared part by part. */
export type PolicyParts = { readonly name: string; readonly description: string } & PolicyContent;
export type PartName =
  | "name"
  | "description"
  | "microsoft"
  | "thirdParty"
  | "custom"
  | "pinnedAppBarApps"
  | "pinnedMessageBarApps"
  | "appPresetList"
  | "allowSideLoading"
  | "allowUserPinning";

const order: readonly PartName[] = [
  "name",
  "description",
  "microsoft",
  "thirdParty",
  "custom",
  "allowSideLoading",
  "allowUserPinning",
  "pinnedAppBarApps",
  "pinnedMessageBarApps",
  "appPresetList",
];

export function partsOf({ name, description, content }: Pick<Policy, "name" | "description" | "content">): PolicyParts {
  return { name, description, ...content };
}

export function contentOf(parts: PolicyParts): PolicyContent {
  const { name: _name, description: _description, ...content } = parts;
  return content;
}

export function partOf(parts: PolicyParts, part: PartName): unknown {
  return (parts as Partial<Record<PartName, unknown>>)[part];
}

/** Parts in which two states of a policy differ, in the order of the screen. */
export function differing(a: PolicyParts, b: PolicyParts): PartName[] {
  return order.filter((part) => JSON.stringify(partOf(a, part)) !== JSON.stringify(partOf(b, part)));
}

/** A state with some parts of another. */
export function withParts(state: PolicyParts, from: PolicyParts, parts: readonly PartName[]): PolicyParts {
  return { ...state, ...Object.fromEntries(parts.map((part) => [part, partOf(from, part)])) };
}

export type Side = "mine" | "theirs";

/**
 * Where two people's changes meet: the parts in which what I have differs from what is there now.
 * @returns for each, whose is to be kept unless I say otherwise: mine where I have changed something.
 */
export function meeting(base: PolicyParts, mine: PolicyParts, theirs: PolicyParts): { part: PartName; keep: Side }[] {
  const touched = new Set(differing(base, mine));
  return differing(mine, theirs).map((part) => ({ part, keep: touched.has(part) ? "mine" : "theirs" }));
}
