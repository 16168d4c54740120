/** What the client's pages keep in the address, beside the path: so that reload, back and share work. */
export interface ChannelSearch {
  /** The connectors dialog, and which of its lists. */
  connectors?: "all" | "configured";
  /** What is looked for in it. */
  find?: string;
  /** The configuration that is open in it, and what about it; its page when nothing is said. */
  configuration?: string;
  step?: "webhook" | "remove";
  /** The app that is being added to the team from it. */
  add?: string;
}

export interface AppsSearch {
  search?: string;
}

export interface AppSearch {
  /** Ask which team to add the app to. */
  add?: true;
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
  const { connectors } = search;
  if (connectors !== "all" && connectors !== "configured") return {};
  const configuration = text(search.configuration);
  const step =
    configuration !== undefined && (search.step === "webhook" || search.step === "remove") ? search.step : undefined;
  return present<ChannelSearch>({ connectors, find: text(search.find), configuration, step, add: text(search.add) });
}

export function readAppsSearch(search: Given): AppsSearch {
  return present<AppsSearch>({ search: text(search.search) });
}

export function readAppSearch(search: Given): AppSearch {
  const team = text(search.team);
  return present<AppSearch>({
    installed: search.installed === true ? true : undefined,
    add: search.add === true || search.add === "true" || team !== undefined ? true : undefined,
    team,
  });
}

export interface TeamSearch {
  /** The installation whose newer version is being looked at. */
  update?: string;
  /** The installation that is to be removed. */
  remove?: string;
}

export function readTeamSearch(search: Given): TeamSearch {
  return present<TeamSearch>({ update: text(search.update), remove: text(search.remove) });
}
