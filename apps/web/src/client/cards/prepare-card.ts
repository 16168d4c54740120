import { type AdaptiveCardJson, type JsonObject, type JsonValue, withImages } from "@parvis/cards";
import type { PictureAddress } from "./card-place.ts";

/** A button that is shown and cannot be pressed. */
export interface IdleButton {
  readonly title: string;
  /** Why, in the reader's language. */
  readonly reason: string;
}

/** A card ready for the renderer, with what is shown around it. */
export interface PreparedCard {
  readonly card: JsonObject;
  /** A CSS colour that the sender chose. */
  readonly accentColor: string | undefined;
  /** As wide as the channel: `msteams.width` is `Full`. */
  readonly isWide: boolean;
  readonly idleButtons: readonly IdleButton[];
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objects(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

const text = (value: JsonValue | undefined) => (typeof value === "string" ? value : "");

/** Begins the id of a button that sends an answer; what names it to the server follows. */
export const pressPrefix = "press:";

/** What showing a card depends on beside the card. */
export interface CardSurroundings {
  /** Why buttons that send answers send none; undefined when they do. */
  readonly notSent: string | undefined;
  readonly picture: PictureAddress;
}

/**
 * What remains to be done to a card of @parvis/cards before the renderer shows it here:
 * - pictures are asked of Parvis instead of their hosts;
 * - a button that would send an answer and cannot is shown disabled;
 * - a carousel is shown page below page: the renderer's own needs a large library to show one page at a time;
 * - text wraps where its sender did not say how many lines it may take: the renderer's default cuts it off.
 */
export function prepareCard(source: AdaptiveCardJson, { notSent, picture }: CardSurroundings): PreparedCard {
  const { parvis, ...card } = withImages(source, picture);
  const idleButtons: IdleButton[] = [];

  function copy(value: JsonValue): JsonValue {
    if (Array.isArray(value)) return value.map(copy);
    return isObject(value) ? copyObject(value) : value;
  }

  function copyObject(source: JsonObject): JsonObject {
    if (source.type === "Carousel") return stacked(source);
    const { parvis: ours, ...rest } = source;
    const made: JsonObject = {};
    for (const [key, value] of Object.entries(rest)) made[key] = copy(value);
    if (source.type === "TextBlock" && source.maxLines === undefined) made.wrap = true;
    if (source.type === "Input.ChoiceSet" || source.type === "Input.Toggle") made.wrap = true;
    return text(source.type).startsWith("Action.") ? button(source, made, isObject(ours) ? ours : {}) : made;
  }

  function button(source: JsonObject, action: JsonObject, ours: JsonObject): JsonObject {
    const title = text(action.title);
    const at = isObject(source.data) && isObject(source.data.parvis) ? text(source.data.parvis.post) : "";
    if (at !== "" && notSent !== undefined) {
      idleButtons.push({ title, reason: notSent });
      return { ...action, isEnabled: false, tooltip: notSent };
    }
    // The renderer mixes inputs into the data, and an input may have any name.
    if (at !== "") return { ...action, id: pressPrefix + at };
    if (ours.unavailable !== undefined) idleButtons.push({ title, reason: text(action.tooltip) });
    return action;
  }

  function stacked(carousel: JsonObject): JsonObject {
    const pages = objects(carousel.pages).map((page) => {
      const { type: _, ...rest } = copyObject(page);
      return { ...rest, type: "Container", spacing: "Large", separator: true } satisfies JsonObject;
    });
    return { type: "Container", items: pages };
  }

  const prepared = copyObject(card);
  // Grafana writes `msTeams`.
  const isWide = ["msteams", "msTeams"].some((name) => {
    const teams = source[name];
    return isObject(teams) && text(teams.width).toLowerCase() === "full";
  });
  const accentColor = isObject(parvis) ? text(parvis.accentColor) || undefined : undefined;
  return { card: prepared, accentColor, isWide, idleButtons };
}
