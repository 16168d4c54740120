import { isObject, type JsonObject, textOf } from "../json.ts";
import { safeTarget } from "../safe-url.ts";

/** Where in the `data` of an `Action.Submit` or `Action.Execute` its sender names the address that answers go to. */
export const answerTargetName = "parvis:target";

/** The address an action names itself; undefined when it names none, `unsafe` when it is none to post to. */
export function answerTarget(action: JsonObject): string | "unsafe" | undefined {
  const { data } = action;
  if (!isObject(data) || data[answerTargetName] === undefined) return undefined;
  return safeTarget(textOf(data[answerTargetName])) ?? "unsafe";
}
