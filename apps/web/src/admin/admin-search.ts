import { notFound } from "@tanstack/react-router";
import { oneOf, onlySet, textIn } from "../shared/address.ts";

/** What the pages of the admin centre keep in the address, beside the path. */
interface ListSearchWords {
  search?: string;
  /** A column, `-` before it for the largest first. */
  sort?: string;
}

export const appStatuses = ["allowed", "blocked"] as const;

export const appKinds = ["custom", "thirdParty", "microsoft"] as const;
export const appAvailabilities = ["everyone", "usersAndGroups", "noone"] as const;
export const appScopes = ["personal", "team", "groupChat"] as const;
export const appOnly = ["waiting", "requested", "customized", "permissions"] as const;

export interface AppsSearch extends ListSearchWords {
  status?: (typeof appStatuses)[number];
  kind?: (typeof appKinds)[number];
  availability?: (typeof appAvailabilities)[number];
  /** Where it can be added. */
  scope?: (typeof appScopes)[number];
  /** Those that wait for approval, that people wait for, that were customised, that ask for permissions. */
  only?: (typeof appOnly)[number];
  /** The upload dialog is open. */
  upload?: true;
}

export interface RequestsSearch extends ListSearchWords {}

export interface ApprovalsSearch extends ListSearchWords {}

export const personRoles = ["globalAdministrator", "teamsAdministrator", "operator"] as const;

export interface PeopleSearch extends ListSearchWords {
  role?: (typeof personRoles)[number];
  /** The drawer that is open: `new`, or the person in it. */
  open?: string;
}

export interface TeamsSearch extends ListSearchWords {
  open?: "new";
}

export interface RegistrationsSearch extends ListSearchWords {
  /** The drawer that is open: `new`, or the client ID of the registration in it. */
  open?: string;
}

export const appTabs = [
  "about",
  "permissions",
  "versions",
  "availability",
  "places",
  "requests",
  "access",
  "settings",
  "history",
] as const;
export type AppTab = (typeof appTabs)[number];
export const teamTabs = ["members", "channels", "apps", "connectors"] as const;
export type TeamTab = (typeof teamTabs)[number];

export interface AppSearch {
  tab?: AppTab;
  /** Whom "Why?" is about: id or sign-in name. */
  person?: string;
  /** Versions that are compared, by id. */
  from?: string;
  to?: string;
}

export interface TeamSearch extends ListSearchWords {
  tab?: TeamTab;
}

export interface GroupsSearch extends ListSearchWords {
  open?: "new";
}

export const groupTabs = ["people", "within", "around"] as const;
export type GroupTab = (typeof groupTabs)[number];
export const membershipKinds = ["direct", "nested"] as const;

export interface GroupSearch extends ListSearchWords {
  tab?: GroupTab;
  /** Only people who are in it themselves, or only those who are in it by a group within it. */
  how?: (typeof membershipKinds)[number];
}

export const policyKinds = ["permission", "setup"] as const;
export type PolicyKind = (typeof policyKinds)[number];
export const policyTabs = ["policies", "groups", "people"] as const;
export type PolicyTab = (typeof policyTabs)[number];

export interface PoliciesSearch extends ListSearchWords {
  tab?: PolicyTab;
  /** The form that is open: a new policy, somebody who gets one, or a table to read. */
  open?: "new" | "assign" | "file";
  /** Of the people, those with this policy. */
  policy?: string;
  /** Whose policies are explained: a sign-in name or an id. */
  whose?: string;
}

export interface AuditSearch extends ListSearchWords {
  /** Days, as `2026-11-21`; both included. */
  from?: string;
  to?: string;
  /** Names of operations with commas between. */
  operations?: string;
  /** Sign-in name, or id. */
  person?: string;
  team?: string;
  app?: string;
  /** What is open beside the list: the record with this number, or a form. */
  open?: string;
}

type Given = Record<string, unknown>;

const list = (given: Given) => ({ search: textIn(given.search), sort: textIn(given.sort) });
const flag = (value: unknown) => (value === true || value === "true" ? true : undefined);

export function readAppsSearch(given: Given): AppsSearch {
  return onlySet<AppsSearch>({
    ...list(given),
    status: oneOf(appStatuses, given.status),
    kind: oneOf(appKinds, given.kind),
    availability: oneOf(appAvailabilities, given.availability),
    scope: oneOf(appScopes, given.scope),
    only: oneOf(appOnly, given.only),
    upload: flag(given.upload),
  });
}

export function readPeopleSearch(given: Given): PeopleSearch {
  return onlySet<PeopleSearch>({ ...list(given), role: oneOf(personRoles, given.role), open: textIn(given.open) });
}

export const readApprovalsSearch = (given: Given): ApprovalsSearch => onlySet<ApprovalsSearch>(list(given));

export const readRequestsSearch = (given: Given): RequestsSearch => onlySet<RequestsSearch>(list(given));

export function readTeamsSearch(given: Given): TeamsSearch {
  return onlySet<TeamsSearch>({ ...list(given), open: oneOf(["new"], given.open) });
}

export function readRegistrationsSearch(given: Given): RegistrationsSearch {
  return onlySet<RegistrationsSearch>({ ...list(given), open: textIn(given.open) });
}

export function readGroupsSearch(given: Given): GroupsSearch {
  return onlySet<GroupsSearch>({ ...list(given), open: oneOf(["new"], given.open) });
}

export function readGroupSearch(given: Given): GroupSearch {
  return onlySet<GroupSearch>({
    ...list(given),
    tab: oneOf(groupTabs, given.tab),
    how: oneOf(membershipKinds, given.how),
  });
}

export function readPoliciesSearch(given: Given): PoliciesSearch {
  return onlySet<PoliciesSearch>({
    ...list(given),
    tab: oneOf(policyTabs, given.tab),
    open: oneOf(["new", "assign", "file"], given.open),
    policy: textIn(given.policy),
    whose: textIn(given.whose),
  });
}

/** For addresses with a kind of policies in their path. */
export function requireKind(kind: string): void {
  if (oneOf(policyKinds, kind) === undefined) throw notFound();
}

const dayPattern = /^\d{4}-\d\d-\d\d$/;
const day = (value: unknown) => {
  const text = textIn(value);
  return text !== undefined && dayPattern.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

export function readAuditSearch(given: Given): AuditSearch {
  return onlySet<AuditSearch>({
    search: textIn(given.search),
    sort: undefined,
    from: day(given.from),
    to: day(given.to),
    operations: textIn(given.operations),
    person: textIn(given.person),
    team: textIn(given.team),
    app: textIn(given.app),
    open: textIn(given.open),
  });
}

export function readAppSearch(given: Given): AppSearch {
  return onlySet<AppSearch>({
    tab: oneOf(appTabs, given.tab),
    person: textIn(given.person),
    from: textIn(given.from),
    to: textIn(given.to),
  });
}

export function readTeamSearch(given: Given): TeamSearch {
  return onlySet<TeamSearch>({ ...list(given), tab: oneOf(teamTabs, given.tab) });
}
