import {
  type AccessSettings,
  type AppRule,
  decideAccess,
  defaultAvailability,
  type GovernedApp,
} from "./access.rules.ts";
import { type AppKind, appKinds, type ListType, rulePasses } from "./policy.rules.ts";

/** A permission policy's verdicts, ready to be asked about many apps. */
export type PolicyVerdicts = { readonly [Kind in AppKind]: { type: ListType; listed: ReadonlySet<string> } };

/** An organisation's policies before a change, or after it. */
export interface PolicyState {
  readonly settings: AccessSettings;
  readonly rules: ReadonlyMap<string, AppRule>;
  readonly policies: ReadonlyMap<string, PolicyVerdicts>;
}

/** People who have one permission policy before a change and one after it. */
export interface Cell {
  readonly before: string;
  readonly after: string;
  readonly people: number;
}

/** Of a cell's people, those among whom an app is for before, after, or both. */
export interface CellShare extends Cell {
  readonly appId: string;
  readonly inBefore: boolean;
  readonly inAfter: boolean;
}

export interface AppImpact {
  readonly appId: string;
  readonly gain: number;
  readonly lose: number;
}

const untouched: AppRule = { status: undefined, availability: undefined };

/** What an app's own settings say: whether it is open to the organisation, and to whom. */
function standing(app: GovernedApp, { settings, rules }: PolicyState) {
  const rule = rules.get(app.id) ?? untouched;
  const open = decideAccess({ app, settings, rule, person: undefined }).allowed;
  const set = rule.availability?.value;
  const everyone = set === undefined ? settings[defaultAvailability[app.kind]].value : set === "everyone";
  return { open, everyone, some: set === "usersAndGroups" };
}

function passes(policies: PolicyState["policies"], policyId: string, app: GovernedApp): boolean {
  const verdicts = policies.get(policyId)?.[app.kind];
  if (verdicts === undefined) return false;
  return rulePasses(verdicts.type, verdicts.listed.has(app.id) || verdicts.listed.has(app.externalId.toLowerCase()));
}

/** How many people pass before, after, and both times. */
interface Sums {
  before: number;
  after: number;
  both: number;
}

function add(sums: Sums, people: number, before: boolean, after: boolean): void {
  if (before) sums.before += people;
  if (after) sums.after += people;
  if (before && after) sums.both += people;
}

/** Which apps need to be known person by person: those for certain people, before or after. */
export function appsForSome(apps: readonly GovernedApp[], before: PolicyState, after: PolicyState): string[] {
  const forSome = (app: GovernedApp, state: PolicyState) => {
    const { open, some } = standing(app, state);
    return open && some;
  };
  return apps.filter((app) => forSome(app, before) || forSome(app, after)).map(({ id }) => id);
}

/**
 * How many people gain and lose each app by a change, from groups of people instead of person by person. Apps that no list
 * names are alike for a policy, so the work is that of the lists and not of policies times apps.
 * @param shares for each app of {@link appsForSome}, the people it is for before or after.
 */
export function measureImpact(
  apps: readonly GovernedApp[],
  before: PolicyState,
  after: PolicyState,
  cells: readonly Cell[],
  shares: readonly CellShare[],
): AppImpact[] {
  const base = new Map<AppKind, Sums>();
  for (const kind of appKinds) {
    const sums = { before: 0, after: 0, both: 0 };
    for (const cell of cells) {
      const unlisted = (state: PolicyState, id: string) => state.policies.get(id)?.[kind].type === "BlockedAppList";
      add(sums, cell.people, unlisted(before, cell.before), unlisted(after, cell.after));
    }
    base.set(kind, sums);
  }
  const naming = cellsNaming(before, after, cells);
  const sharesOf = Map.groupBy(shares, ({ appId }) => appId);
  const changed: AppImpact[] = [];
  for (const app of apps) {
    const sums = { ...(base.get(app.kind) ?? { before: 0, after: 0, both: 0 }) };
    const named = new Set([...(naming.get(app.id) ?? []), ...(naming.get(app.externalId.toLowerCase()) ?? [])]);
    for (const cell of named) {
      const unlisted = (state: PolicyState, id: string) => state.policies.get(id)?.[app.kind].type === "BlockedAppList";
      add(sums, -cell.people, unlisted(before, cell.before), unlisted(after, cell.after));
      add(sums, cell.people, passes(before.policies, cell.before, app), passes(after.policies, cell.after, app));
    }
    const [was, is] = [standing(app, before), standing(app, after)];
    const everyBefore = was.open && was.everyone;
    const everyAfter = is.open && is.everyone;
    const both = everyBefore && everyAfter ? sums.both : 0;
    let gain = (everyAfter ? sums.after : 0) - both;
    let lose = (everyBefore ? sums.before : 0) - both;
    for (const share of sharesOf.get(app.id) ?? []) {
      const [permittedBefore, permittedAfter] = [
        passes(before.policies, share.before, app),
        passes(after.policies, share.after, app),
      ];
      const count = (mayBefore: boolean, mayAfter: boolean, people: number) => {
        if (mayAfter && !mayBefore) gain += people;
        if (mayBefore && !mayAfter) lose += people;
      };
      // These were counted above as if the app were for everyone or no one.
      count(permittedBefore && everyBefore, permittedAfter && everyAfter, -share.people);
      count(
        permittedBefore && was.open && (was.everyone || (was.some && share.inBefore)),
        permittedAfter && is.open && (is.everyone || (is.some && share.inAfter)),
        share.people,
      );
    }
    if (gain > 0 || lose > 0) changed.push({ appId: app.id, gain, lose });
  }
  return changed;
}

/** Which cells' policies name an app, by the id they name it by. */
function cellsNaming(before: PolicyState, after: PolicyState, cells: readonly Cell[]): Map<string, Set<Cell>> {
  const naming = new Map<string, Set<Cell>>();
  for (const cell of cells) {
    for (const verdicts of [before.policies.get(cell.before), after.policies.get(cell.after)]) {
      if (verdicts === undefined) continue;
      for (const kind of appKinds) {
        for (const ref of verdicts[kind].listed) {
          const known = naming.get(ref);
          if (known === undefined) naming.set(ref, new Set([cell]));
          else known.add(cell);
        }
      }
    }
  }
  return naming;
}
