/** When an update needs a fresh acceptance (lifecycle 6, contracts E.3). Two rule sets; the tenant chooses. */
import type { Language, Text } from "../finding.ts";
import { isObject, type JsonObject, type JsonValue, listAt, textAt, valueAt } from "../json/json-value.ts";
import { sameJson } from "../json/same-json.ts";

export type ConsentRuleSet = "classic" | "current";

export interface ConsentReason {
  /** The trigger's name, such as `bot-added`. */
  trigger: string;
  /** Where in the newer manifest, or in the older one when something went. */
  pointer: string;
  message: string;
}

/** Looks at both manifests; returns the pointers that set it off. */
interface Trigger {
  name: string;
  sets: readonly ConsentRuleSet[];
  words: Text;
  fires: (before: JsonObject, after: JsonObject) => string[];
}

const both = ["classic", "current"] as const;

/** How many things a list holds: an empty list declares nothing, and is the same as none. */
const count = (manifest: JsonObject, key: string) => listAt(manifest, key).length;
const added = (key: string) => (before: JsonObject, after: JsonObject) =>
  count(after, key) > count(before, key) ? [`/${key}`] : [];
const removed = (key: string) => (before: JsonObject, after: JsonObject) =>
  count(after, key) < count(before, key) ? [`/${key}`] : [];

/** Pairs each bot with itself in the other version: by id, and where ids changed, by what is left over in order. */
function botPairs(before: JsonObject, after: JsonObject): { old: JsonValue; next: JsonValue; index: number }[] {
  const olds = [...listAt(before, "bots")];
  const pairs: { old: JsonValue; next: JsonValue; index: number }[] = [];
  const unmatched: { next: JsonValue; index: number }[] = [];
  for (const [index, next] of listAt(after, "bots").entries()) {
    const at = olds.findIndex((old) => textAt(old, "botId") === textAt(next, "botId"));
    if (at < 0) unmatched.push({ next, index });
    else pairs.push({ old: olds.splice(at, 1)[0] ?? null, next, index });
  }
  for (const { next, index } of unmatched) {
    const old = olds.shift();
    if (old !== undefined) pairs.push({ old, next, index });
  }
  return pairs;
}

/** A flag that is absent is false. */
const flag = (bot: JsonValue, name: string) => valueAt(bot, name) === true;
const flagChanged = (name: string, only?: "added") => (before: JsonObject, after: JsonObject) =>
  botPairs(before, after)
    .filter(({ old, next }) => flag(old, name) !== flag(next, name) && (only === undefined || flag(next, name)))
    .map(({ index }) => `/bots/${index}/${name}`);

function botIdChanged(before: JsonObject, after: JsonObject): string[] {
  return botPairs(before, after)
    .filter(({ old, next }) => textAt(old, "botId")?.toLowerCase() !== textAt(next, "botId")?.toLowerCase())
    .map(({ index }) => `/bots/${index}/botId`);
}

/** Tabs are told apart by entityId; renaming or moving one adds none. */
function staticTabAdded(before: JsonObject, after: JsonObject): string[] {
  const known = new Set(listAt(before, "staticTabs").map((tab) => textAt(tab, "entityId")));
  return listAt(after, "staticTabs").flatMap((tab, index) =>
    known.has(textAt(tab, "entityId")) ? [] : [`/staticTabs/${index}`],
  );
}

function webApplicationInfoChanged(before: JsonObject, after: JsonObject): string[] {
  return sameJson(before.webApplicationInfo, after.webApplicationInfo) ? [] : ["/webApplicationInfo"];
}

/** Taking a permission away asks nothing of anybody; a new name, or a known one with another type, does. */
function authorizationWidened(before: JsonObject, after: JsonObject): string[] {
  const at = ["authorization", "permissions", "resourceSpecific"] as const;
  const key = (permission: JsonValue) => `${textAt(permission, "name")} ${textAt(permission, "type")}`;
  const known = new Set(listAt(before, ...at).map(key));
  const wider = listAt(after, ...at).flatMap((each, index) =>
    known.has(key(each)) ? [] : [`/${at.join("/")}/${index}`],
  );
  return wider.length > 0 ? wider : otherPermissionsWidened(before, after);
}

/** Whatever else `authorization.permissions` may come to hold counts the same way. */
function otherPermissionsWidened(before: JsonObject, after: JsonObject): string[] {
  const permissions = valueAt(after, "authorization", "permissions");
  if (!isObject(permissions)) return [];
  return Object.keys(permissions)
    .filter((name) => name !== "resourceSpecific")
    .filter((name) => !sameJson(permissions[name], valueAt(before, "authorization", "permissions", name)))
    .map((name) => `/authorization/permissions/${name}`);
}

export const consentTriggers: readonly Trigger[] = [
  { name: "bot-added", sets: both, words: { en: "a bot was added", fr: "un bot a été ajouté" }, fires: added("bots") },
  {
    name: "bot-removed",
    sets: both,
    words: { en: "a bot was removed", fr: "un bot a été retiré" },
    fires: removed("bots"),
  },
  {
    name: "bot-id-changed",
    sets: both,
    words: { en: "the bot has another id", fr: "le bot a un autre identifiant" },
    fires: botIdChanged,
  },
  {
    name: "notification-only-changed",
    sets: both,
    words: { en: "isNotificationOnly changed", fr: "isNotificationOnly a changé" },
    fires: flagChanged("isNotificationOnly"),
  },
  {
    name: "supports-files-changed",
    sets: ["classic"],
    words: { en: "supportsFiles changed", fr: "supportsFiles a changé" },
    fires: flagChanged("supportsFiles"),
  },
  {
    name: "supports-files-added",
    sets: ["current"],
    words: { en: "support for files was added", fr: "la prise en charge des fichiers a été ajoutée" },
    fires: flagChanged("supportsFiles", "added"),
  },
  {
    name: "supports-calling-added",
    sets: ["current"],
    words: { en: "support for calls was added", fr: "la prise en charge des appels a été ajoutée" },
    fires: flagChanged("supportsCalling", "added"),
  },
  {
    name: "supports-video-added",
    sets: ["current"],
    words: { en: "support for video was added", fr: "la prise en charge de la vidéo a été ajoutée" },
    fires: flagChanged("supportsVideo", "added"),
  },
  {
    name: "message-extension-added",
    sets: both,
    words: { en: "a message extension was added", fr: "une extension de message a été ajoutée" },
    fires: added("composeExtensions"),
  },
  {
    name: "message-extension-removed",
    sets: ["classic"],
    words: { en: "a message extension was removed", fr: "une extension de message a été retirée" },
    fires: removed("composeExtensions"),
  },
  {
    name: "connector-added",
    sets: both,
    words: { en: "a connector was added", fr: "un connecteur a été ajouté" },
    fires: added("connectors"),
  },
  {
    name: "static-tab-added",
    sets: ["classic"],
    words: { en: "a personal tab was added", fr: "un onglet personnel a été ajouté" },
    fires: staticTabAdded,
  },
  {
    name: "configurable-tab-added",
    sets: ["classic"],
    words: { en: "a configurable tab was added", fr: "un onglet configurable a été ajouté" },
    fires: added("configurableTabs"),
  },
  {
    name: "web-application-info-changed",
    sets: ["classic"],
    words: { en: "webApplicationInfo changed", fr: "webApplicationInfo a changé" },
    fires: webApplicationInfoChanged,
  },
  {
    name: "authorization-widened",
    sets: ["current"],
    words: { en: "a permission was added or changed", fr: "une autorisation a été ajoutée ou modifiée" },
    fires: authorizationWidened,
  },
];

/** Reasons that were kept when a version was published, in the words of whoever reads them now. Anything else is left out. */
export function wordReasons(kept: unknown, language: Language): ConsentReason[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((reason: unknown) => {
    const { trigger, pointer, message } = (reason ?? {}) as Partial<ConsentReason>;
    const words = consentTriggers.find(({ name }) => name === trigger)?.words[language] ?? message;
    if (typeof trigger !== "string" || typeof words !== "string") return [];
    return [{ trigger, pointer: typeof pointer === "string" ? pointer : "", message: words }];
  });
}
