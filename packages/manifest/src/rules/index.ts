/** Every rule there is, in the order of its documentation. */
import * as activity from "./activity/index.ts";
import * as bot from "./bot/index.ts";
import * as connector from "./connector/index.ts";
import * as description from "./description/index.ts";
import * as developer from "./developer/index.ts";
import * as domain from "./domain/index.ts";
import * as extension from "./extension/index.ts";
import * as icon from "./icon/index.ts";
import * as localization from "./localization/index.ts";
import * as manifest from "./manifest/index.ts";
import * as name from "./name/index.ts";
import * as packageRules from "./package/index.ts";
import * as permission from "./permission/index.ts";
import type { Rule } from "./rule.ts";
import { schemaRules } from "./schema/index.ts";
import * as store from "./store/index.ts";
import * as tab from "./tab/index.ts";
import * as version from "./version/index.ts";

/** In order of their ids: a module's exports come in one order from Node and in another from a bundler. */
function rulesIn(module: object): Rule[] {
  return Object.values(module)
    .filter((value): value is Rule => typeof value === "object" && value !== null && "id" in value)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const areas: readonly object[] = [
  packageRules,
  manifest,
  Object.values(schemaRules),
  version,
  name,
  description,
  developer,
  icon,
  localization,
  tab,
  bot,
  connector,
  extension,
  activity,
  permission,
  domain,
  store,
];

export const allRules: readonly Rule[] = areas.flatMap(rulesIn);
