import { oneOf } from "../shared/address.ts";
import { type Category, categories } from "./apps/categories.ts";

/** The lists of the connectors dialog. */
const connectorLists = ["all", "uploaded", "configured", "webhooks"] as const;
export type ConnectorList = (typeof connectorLists)[number];

/** What the client's pages keep in the address, beside the path: so that reload, back and share work. */
export interface ChannelSearch {
  /** The connectors dialog, and which of its lists. */
  connectors?: ConnectorList;
  /** What is looked for in it. */
  find?: string;
  /** The configuration that is open in it, and what about it; its page when nothing is said. */
  configuration?: string;
  /** `new`: the form that makes a webhook. */
  step?: "webhook" | "remove" | "new";
  /** The app that is being added to the team from it. */
  add?: string;
}

export interface AppsSearch {
  search?: string;
  /** Only apps of this kind, or that work so. */
  category?: Category;
}

export interface AppSearch {
  /** Ask which team to add the app to. */
  add?: true;
  /** For oneself, not a team. */
  mine?: true;
  /** The team that was chosen: show what is asked for. */
  team?: string;
  /** It was just installed there: offer to go on. */
  installed?: true;
}

type Given = Record<string, unknown>;

const text = (value: unknown): string | undefined => {
  const given = typeof value === "number" ? String(value) : value;
  return typeof given === "string" && given !== "" ? given : undefined;
};

/** Leaves out what is not set, so that addresses stay short. */
function present<T extends object>(values: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

export function readChannelSearch(search: Given): ChannelSearch {
  const connectors = oneOf(connectorLists, search.connectors);
  if (connectors === undefined) return {};
  const configuration = text(search.configuration);
  const step = configuration === undefined ? oneOf(["new"], search.step) : oneOf(["webhook", "remove"], search.step);
  return present<ChannelSearch>({ connectors, find: text(search.find), configuration, step, add: text(search.add) });
}

export function readAppsSearch(search: Given): AppsSearch {
  return present<AppsSearch>({ search: text(search.search), category: oneOf(categories, search.category) });
}

export function readAppSearch(search: Given): AppSearch {
  const team = text(search.team);
  return present<AppSearch>({
    installed: search.installed === true ? true : undefined,
    mine: search.mine === true ? true : undefined,
    add: search.add === true || search.add === "true" || team !== undefined ? true : undefined,
    team,
  });
}

export const myAppsTabs = ["installed", "updates", "consents", "submissions", "requests"] as const;
export type MyAppsTab = (typeof myAppsTabs)[number];

/** What one manages of one's apps. */
export interface MyAppsSearch {
  /** What is installed when nothing is said. */
  tab?: Exclude<MyAppsTab, "installed">;
  /** The installation whose newer version is being looked at. */
  update?: string;
  /** The installation that is to be removed. */
  remove?: string;
}

export function readMyAppsSearch(search: Given): MyAppsSearch {
  return present<MyAppsSearch>({
    tab: oneOf(["updates", "consents", "submissions", "requests"], search.tab),
    update: text(search.update),
    remove: text(search.remove),
  });
}

export interface PersonalAppSearch {
  /** A place within the page, for the page. */
  sub?: string;
}

export function readPersonalAppSearch(search: Given): PersonalAppSearch {
  return present<PersonalAppSearch>({ sub: text(search.sub) });
}

const teamTabs = ["apps", "connectors", "settings"] as const;
export type TeamTab = (typeof teamTabs)[number];

export interface TeamSearch {
  /** Its apps when nothing is said. */
  tab?: Exclude<TeamTab, "apps">;
  /** Only connectors of this channel. */
  channel?: string;
  /** The installation whose newer version is being looked at. */
  update?: string;
  /** The installation that is to be removed. */
  remove?: string;
}

export function readTeamSearch(search: Given): TeamSearch {
  return present<TeamSearch>({
    tab: oneOf(["connectors", "settings"], search.tab),
    channel: text(search.channel),
    update: text(search.update),
    remove: text(search.remove),
  });
}

export const webhookTabs = ["address", "deliveries", "targets", "settings"] as const;
export type WebhookTab = (typeof webhookTabs)[number];
export const verdicts = ["accepted", "throttled", "refused"] as const;
export type Verdict = (typeof verdicts)[number];

/** A connector's or webhook's own page. */
export interface WebhookSearch {
  /** Its address when nothing is said. */
  tab?: Exclude<WebhookTab, "address">;
  /** Deliveries of this kind only, and with this text in them. */
  verdict?: Verdict;
  find?: string;
  /** The delivery, or the target, that is open. */
  delivery?: string;
  target?: string;
}

export function readWebhookSearch(search: Given): WebhookSearch {
  return present<WebhookSearch>({
    tab: oneOf(["deliveries", "targets", "settings"], search.tab),
    verdict: oneOf(verdicts, search.verdict),
    find: text(search.find),
    delivery: text(search.delivery),
    target: text(search.target),
  });
}
