import type { Cloud } from "../directory/index.ts";
import type { Assignment } from "./policy.rules.ts";

/** One question on the way to an upload, and what answered it. */
export interface UploadGate {
  readonly gate: "cloud" | "organisation-setting" | "setup-policy" | "team-setting";
  readonly passed: boolean;
  readonly setting: string;
  readonly value: string;
  readonly setBy: string | null;
  readonly since: Date | null;
  readonly policy?: { readonly id: string; readonly name: string; readonly assignment: Assignment };
}

/** What somebody is in a team, and whether its members upload, with who decided that when. */
export interface TeamStanding {
  readonly owner: boolean;
  readonly membersMayUpload: { readonly value: boolean; readonly setBy: string | null; readonly setAt: Date | null };
}

export interface UploadQuestion {
  readonly cloud: Cloud;
  readonly allowCustomApps: { readonly value: boolean; readonly setBy: string | null; readonly setAt: Date | null };
  readonly policy: {
    readonly id: string;
    readonly name: string;
    readonly assignment: Assignment;
    readonly allowSideLoading: boolean;
    readonly changedBy: string | null;
    readonly changedAt: Date | null;
  };
  /** Undefined when the upload is for oneself. */
  readonly team: TeamStanding | undefined;
}

export interface UploadDecision {
  readonly allowed: boolean;
  readonly gates: readonly UploadGate[];
}

/** Government clouds that have no sideloading (contracts.md B.6). */
const withoutUploads: readonly Cloud[] = ["gcch", "dod"];

/**
 * May somebody upload a custom app, for themselves or a team? The cloud has it AND the organisation's switch AND the person's setup policy AND,
 * for members of a team, the team's switch; owners pass that one (the table of contracts.md B.6).
 */
export function decideUpload({ cloud, allowCustomApps, policy, team }: UploadQuestion): UploadDecision {
  const available = !withoutUploads.includes(cloud);
  const gates: UploadGate[] = [
    // Where it is to be had, there is nothing to say about it.
    ...(available
      ? []
      : [{ gate: "cloud" as const, passed: false, setting: "cloud", value: cloud, setBy: null, since: null }]),
    {
      gate: "organisation-setting",
      passed: allowCustomApps.value,
      setting: "allowCustomApps",
      value: String(allowCustomApps.value),
      setBy: allowCustomApps.setBy,
      since: allowCustomApps.setAt,
    },
    {
      gate: "setup-policy",
      passed: policy.allowSideLoading,
      setting: "allowSideLoading",
      value: String(policy.allowSideLoading),
      setBy: policy.changedBy,
      since: policy.changedAt,
      policy: { id: policy.id, name: policy.name, assignment: policy.assignment },
    },
  ];
  if (team !== undefined) {
    const { value, setBy, setAt } = team.membersMayUpload;
    gates.push({
      gate: "team-setting",
      passed: team.owner || value,
      setting: "membersMayUpload",
      value: String(value),
      setBy,
      since: setAt,
    });
  }
  const refusal = gates.findIndex((gate) => !gate.passed);
  return { allowed: refusal === -1, gates: refusal === -1 ? gates : gates.slice(0, refusal + 1) };
}
