import { unavailableAction } from "../adaptive/unavailable-action.ts";
import { type JsonObject, type JsonValue, objectsOf, property, textOf } from "../json.ts";
import type { ReaderSystem } from "../payload.ts";
import type { CardPhrases, UnavailableReason } from "../phrases.ts";
import { safeLink, safeTarget } from "../safe-url.ts";
import { actionsOf, innerActionsOf, nameOf, typeOf } from "./fields.ts";
import { adaptiveInputs } from "./inputs.ts";

/**
 * The `potentialAction` of a card or a section (contracts.md D.3) as Adaptive actions. `at` is the JSON pointer of
 * their owner: an HttpPOST becomes an `Action.Submit` whose `data.parvis.post` is its own pointer, with which the
 * server finds it again in the stored card (`findHttpPost`); nothing of target or headers goes to the browser.
 */
export function adaptiveActions(
  owner: JsonObject,
  at: string,
  phrases: CardPhrases,
  system: ReaderSystem = "default",
): JsonObject[] {
  return actionsOf(owner).map((action, index) =>
    adaptiveAction(action, `${at}/potentialAction/${index}`, phrases, system),
  );
}

function adaptiveAction(action: JsonObject, at: string, phrases: CardPhrases, system: ReaderSystem): JsonObject {
  if (typeOf(action) !== "actioncard") return plainAction(action, at, "none", phrases, system);
  const inner = innerActionsOf(action).map((each, index) =>
    // An ActionCard holds no other (D.3).
    plainAction(each, `${at}/actions/${index}`, "auto", phrases, system),
  );
  const card = { type: "AdaptiveCard", version: "1.5", body: adaptiveInputs(action, phrases), actions: inner };
  return { type: "Action.ShowCard", title: nameOf(action), card };
}

function plainAction(
  action: JsonObject,
  at: string,
  associatedInputs: string,
  phrases: CardPhrases,
  system: ReaderSystem,
): JsonObject {
  const title = nameOf(action);
  const unavailable = (reason: UnavailableReason) => unavailableAction(title, reason, phrases);
  switch (typeOf(action)) {
    case "openuri":
    case "viewaction": {
      const url = linkOf(action, system);
      return url === undefined ? unavailable("unsafe-link") : { type: "Action.OpenUrl", title, url };
    }
    case "httppost":
      if (safeTarget(textOf(property(action, "target"))) === undefined) return unavailable("unsafe-link");
      return { type: "Action.Submit", title, associatedInputs, data: { parvis: { post: at } } };
    case "invokeaddincommand":
    case "transaction":
      return unavailable("outlook-only");
    default:
      return unavailable("unknown-action");
  }
}

/**
 * `targets` of an OpenUri: the reader's system's, else the default one's, else the first, and of those the first that
 * can be followed; `target` of a ViewAction, a list or one address.
 */
function linkOf(action: JsonObject, system: ReaderSystem): string | undefined {
  const targets = objectsOf(property(action, "targets"));
  if (targets.length > 0) {
    const of = (wanted: string) =>
      targets.find((target) => textOf(property(target, "os")).toLowerCase() === wanted.toLowerCase());
    for (const target of [of(system), of("default"), targets[0]]) {
      const link = target === undefined ? undefined : safeLink(textOf(property(target, "uri")));
      if (link !== undefined) return link;
    }
    return undefined;
  }
  const target: JsonValue | undefined = property(action, "target");
  return safeLink(textOf(Array.isArray(target) ? target[0] : target));
}
