import type { TeamsManifest } from "@parvis/manifest";
import type { PlaceScope } from "./place.rules.ts";

/** A permission on one team, chat or person instead of all of them. */
export interface ResourcePermission {
  readonly name: string;
  readonly type: "Application" | "Delegated";
}

const suffixes: Readonly<Record<PlaceScope, string>> = { personal: ".User", team: ".Group", chat: ".Chat" };

/** How owners of teams may consent (`Set-MgBetaTeamRscConfiguration`, contracts.md A.6); Microsoft's choice is: for all apps. */
export const teamConsentStates = [
  "managedByMicrosoft",
  "enabledForAllApps",
  "enabledForPreApprovedAppsOnly",
  "disabledForAllApps",
] as const;
export type TeamConsentState = (typeof teamConsentStates)[number];

export function permissionType(type: string | undefined): ResourcePermission["type"] {
  return type?.toLowerCase() === "delegated" ? "Delegated" : "Application";
}

/** What a definition asks for; up to 1.11 it stood in webApplicationInfo, for the application alone. */
export function resourcePermissions(manifest: TeamsManifest): ResourcePermission[] {
  const named = (manifest.authorization?.permissions?.resourceSpecific ?? []).flatMap(({ name, type }) =>
    name === undefined ? [] : [{ name, type: permissionType(type) }],
  );
  const older = (manifest.webApplicationInfo?.applicationPermissions ?? []).map((name) => ({
    name,
    type: "Application" as const,
  }));
  return [...new Map([...named, ...older].map((one) => [keyOf(one), one])).values()];
}

/** Those that are about such a place. */
export function permissionsIn<P extends { readonly name: string }>(permissions: readonly P[], scope: PlaceScope): P[] {
  return permissions.filter(({ name }) => name.endsWith(suffixes[scope]));
}

/** Names and types are compared without case (contracts.md A.4). */
export function keyOf({ name, type }: ResourcePermission): string {
  return `${name} ${type}`.toLowerCase();
}

/**
 * Whether a set that a program says was consented to is the one a definition asks for: all of it, or all of it that is about
 * the place. Where only delegated permissions are asked for, it may be left out (contracts.md A.4).
 */
export function consentMatches(
  required: readonly ResourcePermission[],
  given: readonly ResourcePermission[] | undefined,
  scope: PlaceScope,
): boolean {
  const here = permissionsIn(required, scope);
  if (given === undefined) return here.every(({ type }) => type === "Delegated");
  const keys = new Set(given.map(keyOf));
  return [required, here].some((set) => set.length === keys.size && set.every((one) => keys.has(keyOf(one))));
}

export interface ResourceConsentSwitches {
  readonly personalResourceConsent: boolean;
  readonly chatResourceConsent: boolean;
  readonly teamResourceConsent: TeamConsentState;
}

/**
 * The switch that stands in the way of installing an app which asks for resource-specific permissions; undefined for none.
 * What was granted before a switch was set stays (contracts.md A.6).
 */
export function switchInTheWay(
  scope: PlaceScope,
  switches: ResourceConsentSwitches,
  by: { readonly administrator: boolean; readonly agreedForAll: boolean },
): keyof ResourceConsentSwitches | undefined {
  if (scope === "personal") return switches.personalResourceConsent ? undefined : "personalResourceConsent";
  if (scope === "chat") return switches.chatResourceConsent ? undefined : "chatResourceConsent";
  // The team's switch is about owners' consent: an administrator's is another.
  if (by.agreedForAll || by.administrator) return undefined;
  const open =
    switches.teamResourceConsent === "enabledForAllApps" || switches.teamResourceConsent === "managedByMicrosoft";
  return open ? undefined : "teamResourceConsent";
}
