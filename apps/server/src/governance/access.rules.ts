import type { SettingInForce } from "./settings.rules.ts";

export type AppStatus = "allowed" | "blocked";
export type Distribution = "store" | "organization" | "sideloaded";

/** One question that was asked on the way to a decision, and what answered it. */
export interface Gate {
  readonly gate: "organisation-setting" | "app-status";
  readonly passed: boolean;
  /** The setting that decided: its name and value, and the person who set it (null for a default). */
  readonly setting: string;
  readonly value: string;
  readonly setBy: string | null;
}

export interface AccessDecision {
  readonly allowed: boolean;
  /** In order; the first that did not pass is the reason. */
  readonly gates: readonly Gate[];
}

export interface AccessQuestion {
  readonly distribution: Distribution;
  readonly allowCustomApps: Pick<SettingInForce<"allowCustomApps">, "value" | "setBy">;
  readonly status: { readonly value: AppStatus; readonly setBy: string | null };
}

/**
 * May people of this organisation discover, install and use an app? The organisation's setting for the app's kind AND
 * the app's status (contracts.md B.1). Every gate is asked even after one failed, so that the answer shows all that
 * stands in the way.
 */
export function decideAccess({ distribution, allowCustomApps, status }: AccessQuestion): AccessDecision {
  const custom = distribution !== "store";
  const gates: Gate[] = [
    {
      gate: "organisation-setting",
      passed: !custom || allowCustomApps.value,
      setting: "allowCustomApps",
      value: String(allowCustomApps.value),
      setBy: allowCustomApps.setBy,
    },
    {
      gate: "app-status",
      passed: status.value === "allowed",
      setting: "status",
      value: status.value,
      setBy: status.setBy,
    },
  ];
  return { allowed: gates.every((gate) => gate.passed), gates };
}
