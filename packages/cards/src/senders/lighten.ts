import { isObject, type JsonObject, type JsonValue } from "../json.ts";

/** Fields that machines follow and no card shows: addresses of the API, keys, permissions. */
const machineFields = /(?:_url|^url|_links|^node_id|^permissions|^gravatar_id|^user_view_type|^tree_id|^fingerprint)$/;
/** Addresses that people open, and pictures. */
const shownFields = new Set([
  "html_url",
  "avatar_url",
  "target_url",
  "environment_url",
  "log_url",
  "details_url",
  "image_url",
  "thumb_url",
  "thumbnail_url",
  "icon_url",
  "title_url",
  "video_url",
  "compare_url",
  "runbook_url",
]);

/**
 * The payload of another system in its own shape, small enough to keep: first without what no card shows, then with
 * lists and texts cut shorter and shorter. Entries of a list that are cut leave an empty one behind, so that they are
 * still counted. Undefined when even that is too large.
 * @param limit in bytes of its JSON text
 */
export function lightened(payload: JsonObject, limit: number): JsonObject | undefined {
  for (const [entries, letters] of [
    [1000, 20_000],
    [50, 4000],
    [20, 1500],
    [10, 500],
    [10, 150],
  ] as const) {
    const light = lightObject(payload, entries, letters);
    if (new TextEncoder().encode(JSON.stringify(light)).length <= limit) return light;
  }
  return undefined;
}

function lightObject(source: JsonObject, entries: number, letters: number): JsonObject {
  const light: JsonObject = {};
  for (const [name, value] of Object.entries(source)) {
    if (machineFields.test(name) && !shownFields.has(name) && !isCommitAddress(name, value)) continue;
    light[name] = lightValue(value, entries, letters);
  }
  return light;
}

/** Commits of a push have their page in `url`; everything else has its API there. */
function isCommitAddress(name: string, value: JsonValue): boolean {
  return name === "url" && typeof value === "string" && /\/commit\//.test(value) && !/\/api\/|\/\/api\./.test(value);
}

function lightValue(value: JsonValue, entries: number, letters: number): JsonValue {
  if (typeof value === "string") return value.length > letters ? `${value.slice(0, letters).toWellFormed()}…` : value;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index < entries ? lightValue(item, entries, letters) : remainder(item)));
  }
  return isObject(value) ? lightObject(value, entries, letters) : value;
}

/** Of an entry beyond the limit, whether it is over, which cards count. */
function remainder(item: JsonValue): JsonValue {
  if (!isObject(item)) return null;
  return typeof item.status === "string" && item.status.length < 20 ? { status: item.status } : {};
}
