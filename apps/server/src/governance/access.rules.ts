import { type AppKind, type Assignment, type Choice, type ListType, rulePasses } from "./policy.rules.ts";
import type { SettingsInForce } from "./settings.rules.ts";

/** What an administrator can set for an app. */
export type SetStatus = "allowed" | "blocked";
/** What the catalogue shows (contracts.md B.7). */
export type AppStatus = SetStatus | "blockedByPublisher" | "blockedOrgWide";

export const availabilities = ["everyone", "usersAndGroups", "noone"] as const;
export type Availability = (typeof availabilities)[number];

/** What the decision needs to know of an app itself; the catalogue has it. */
export interface GovernedApp {
  readonly id: string;
  /** The manifest's id. */
  readonly externalId: string;
  readonly kind: AppKind;
  readonly blockedByPublisher: boolean;
  readonly createdAt: Date;
  /** Whether a version of it was ever published; until then nobody uses it, whatever was set (contracts.md B.6). */
  readonly published: boolean;
  /** The person or team alone that it was uploaded for; both null for apps of the organisation and the store. */
  readonly sideloadedScope: SideloadScope | null;
  readonly sideloadedTo: string | null;
}

export type SideloadScope = "personal" | "team";

export type GateName = "sideloaded-for" | "organisation-setting" | "app-status" | "availability" | "permission-policy";

/** One question that was asked on the way to a decision, and what answered it. */
export interface Gate {
  readonly gate: GateName;
  readonly passed: boolean;
  /** The setting that decided: its name and value, the person who set it, and when (both null for a default). */
  readonly setting: string;
  readonly value: string;
  readonly setBy: string | null;
  readonly since: Date | null;
  /** The policy that decided, and why it is this person's. */
  readonly policy?: { readonly id: string; readonly name: string; readonly assignment: Assignment };
  /** The person or group an app is available to. */
  readonly through?: { readonly kind: "person" | "group"; readonly id: string };
}

export interface AccessDecision {
  readonly allowed: boolean;
  /** In the order they were asked. The last one is the verdict: the first that refused, or the last that let through. */
  readonly gates: readonly Gate[];
  /** After a refusal: the gates behind it, asked all the same, so that all that stands in the way shows at once. */
  readonly further: readonly Gate[];
}

interface Said<Value> {
  readonly value: Value;
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** What an administrator has said about one app. */
export interface AppRule {
  readonly status: Said<SetStatus> | undefined;
  readonly availability: Said<Availability> | undefined;
}

export type AccessSettings = Pick<
  SettingsInForce,
  | "allowCustomApps"
  | "allowThirdPartyApps"
  | "allowNewThirdPartyApps"
  | "microsoftAppsAvailable"
  | "thirdPartyAppsAvailable"
  | "customAppsAvailable"
>;

/** What is about the person who asks. */
export interface AskingPerson {
  /** Of an app that was uploaded for a person or a team: whether they are that person, or in that team. */
  readonly among: boolean;
  /** Set when the app is available to certain people and groups, and they are among them. */
  readonly availableThrough: { kind: "person" | "group"; id: string; setBy: string | null; setAt: Date } | undefined;
  readonly policy: {
    readonly id: string;
    readonly name: string;
    readonly assignment: Assignment;
    readonly changedBy: string | null;
    readonly changedAt: Date | null;
    /** What it says about apps of this kind. */
    readonly type: ListType;
    readonly choice: Choice;
    readonly listed: boolean;
  };
}

export interface AccessQuestion {
  readonly app: GovernedApp;
  readonly settings: AccessSettings;
  readonly rule: AppRule;
  /** Undefined when nobody in particular asks: then only what holds for the whole organisation counts. */
  readonly person: AskingPerson | undefined;
}

/** Switches that stand over whole kinds of apps. Microsoft's own have none (contracts.md B.2). */
const switches = { custom: "allowCustomApps", thirdParty: "allowThirdPartyApps", microsoft: undefined } as const;
export const defaultAvailability = {
  custom: "customAppsAvailable",
  thirdParty: "thirdPartyAppsAvailable",
  microsoft: "microsoftAppsAvailable",
} as const;

/** An app that somebody uploaded for one person or team is not there for anybody else (contracts.md B.6). */
function sideloadGate({ app, person }: AccessQuestion): Gate[] {
  if (app.sideloadedScope === null) return [];
  const passed = person?.among === true;
  const value = app.sideloadedScope;
  return [{ gate: "sideloaded-for", passed, setting: "sideloadedScope", value, setBy: null, since: app.createdAt }];
}

function organisationGate({ app, settings }: AccessQuestion): Gate[] {
  const name = switches[app.kind];
  if (name === undefined) return [];
  const { value, setBy, setAt } = settings[name];
  return [{ gate: "organisation-setting", passed: value, setting: name, value: String(value), setBy, since: setAt }];
}

/** Whether an app came to the store after new third-party apps were switched off. */
function tooNew({ app, settings }: Pick<AccessQuestion, "app" | "settings">): boolean {
  const { value, setAt } = settings.allowNewThirdPartyApps;
  return app.kind === "thirdParty" && !value && setAt !== null && app.createdAt >= setAt;
}

function statusGate({ app, settings, rule }: AccessQuestion): Gate {
  const gate = "app-status";
  if (!app.published)
    return { gate, passed: false, setting: "publishingState", value: "notPublished", setBy: null, since: null };
  if (rule.status !== undefined) {
    const { value, setBy, setAt } = rule.status;
    return { gate, passed: value === "allowed", setting: "status", value, setBy, since: setAt };
  }
  if (app.blockedByPublisher)
    return { gate, passed: false, setting: "status", value: "blockedByPublisher", setBy: null, since: null };
  if (tooNew({ app, settings })) {
    const { setBy, setAt } = settings.allowNewThirdPartyApps;
    return { gate, passed: false, setting: "allowNewThirdPartyApps", value: "false", setBy, since: setAt };
  }
  return { gate, passed: true, setting: "status", value: "allowed", setBy: null, since: null };
}

function availabilityGate({ app, settings, rule }: AccessQuestion, person: AskingPerson): Gate[] {
  const gate = "availability";
  // Whom it is for by default was said when it was uploaded.
  if (rule.availability === undefined && app.sideloadedScope !== null) return [];
  if (rule.availability === undefined) {
    const setting = defaultAvailability[app.kind];
    const { value, setBy, setAt } = settings[setting];
    return [{ gate, passed: value, setting, value: value ? "everyone" : "noone", setBy, since: setAt }];
  }
  const { value, setBy, setAt } = rule.availability;
  const through = value === "usersAndGroups" ? person.availableThrough : undefined;
  const passed = value === "everyone" || through !== undefined;
  const common = { gate, passed, setting: "availability", value } as const;
  if (through === undefined) return [{ ...common, setBy, since: setAt }];
  const { kind, id } = through;
  return [{ ...common, setBy: through.setBy, since: through.setAt, through: { kind, id } }];
}

/** Of two moments the later; null is long ago. */
function later(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function policyGate({ app }: AccessQuestion, { policy }: AskingPerson): Gate {
  const { type, choice, listed, assignment } = policy;
  const since = later(policy.changedAt, assignment.setAt);
  return {
    gate: "permission-policy",
    passed: rulePasses(type, listed),
    setting: app.kind,
    value: choice,
    setBy: since === policy.changedAt ? policy.changedBy : assignment.setBy,
    since,
    policy: { id: policy.id, name: policy.name, assignment },
  };
}

/**
 * May somebody discover, install and use an app? It is theirs, if it was uploaded for somebody alone, AND the organisation's switch for its kind AND its status AND its
 * availability AND the person's permission policy (contracts.md B.1, B.5; lifecycle.md 5). This is the one place that
 * decides; listings put the same question to whole sets in SQL (visible-apps.store.ts).
 */
export function decideAccess(question: AccessQuestion): AccessDecision {
  const { person } = question;
  const asked: Gate[] = [...sideloadGate(question), ...organisationGate(question), statusGate(question)];
  if (person !== undefined) asked.push(...availabilityGate(question, person), policyGate(question, person));
  const refusal = asked.findIndex((gate) => !gate.passed);
  if (refusal === -1) return { allowed: true, gates: asked, further: [] };
  return { allowed: false, gates: asked.slice(0, refusal + 1), further: asked.slice(refusal + 1) };
}

/** Whether an app's kind and status let it be used, whomever it is for. */
export function isOpen(question: Omit<AccessQuestion, "person">): boolean {
  const asked = { ...question, person: undefined };
  return [...organisationGate(asked), statusGate(asked)].every(({ passed }) => passed);
}

/** Whether the app is somebody else's: then it is not there, rather than refused. */
export function isOfOthers({ gates }: AccessDecision): boolean {
  return gates.some(({ gate, passed }) => gate === "sideloaded-for" && !passed);
}

/** The status that lists show. */
export function shownStatus(question: Pick<AccessQuestion, "app" | "settings" | "rule">): AppStatus {
  const { app, settings, rule } = question;
  if (app.kind === "thirdParty" && !settings.allowThirdPartyApps.value) return "blockedOrgWide";
  if (app.kind === "custom" && !settings.allowCustomApps.value) return "blockedOrgWide";
  if (!app.published) return "blocked";
  if (rule.status !== undefined) return rule.status.value;
  if (app.blockedByPublisher) return "blockedByPublisher";
  return tooNew({ app, settings }) ? "blocked" : "allowed";
}
