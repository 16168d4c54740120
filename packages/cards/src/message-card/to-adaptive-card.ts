import { type JsonObject, property, textOf } from "../json.ts";
import { imageAddresses } from "../markdown/image-addresses.ts";
import { plainText } from "../markdown/plain-text.ts";
import type { AdaptiveCardJson, MessageCard, ReaderSystem } from "../payload.ts";
import type { CardPhrases } from "../phrases.ts";
import { adaptiveActions } from "./actions.ts";
import { accentColor, markdownOf, sectionsOf } from "./fields.ts";
import { sectionContainer } from "./section.ts";

/** The fields of a MessageCard by contracts.md D.3, as an Adaptive Card 1.5. The input is left as it was. */
export function adaptiveFromMessageCard(
  card: MessageCard,
  phrases: CardPhrases,
  system?: ReaderSystem,
): AdaptiveCardJson {
  const body: JsonObject[] = [];
  const title = textOf(property(card, "title"));
  if (shows(title)) {
    body.push({ ...textBlock(markdownOf(title)), size: "Large", weight: "Bolder", style: "heading" });
  }
  const text = textOf(property(card, "text"));
  if (shows(text)) body.push(textBlock(markdownOf(text)));
  sectionsOf(card).forEach((section, index) => {
    const container = sectionContainer(section, index, phrases, system);
    if (container !== undefined) body.push(container);
  });
  const actions = adaptiveActions(card, "", phrases, system);
  // A summary is for lists and notifications; a card that has nothing else would be blank without it.
  const summary = textOf(property(card, "summary"));
  if (body.length === 0 && actions.length === 0 && /\S/.test(summary)) body.push(textBlock(markdownOf(summary)));
  const color = accentColor(card);
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    body,
    ...(actions.length > 0 ? { actions } : {}),
    ...(color === undefined ? {} : { parvis: { accentColor: color } }),
  };
}

/** Whether there is anything to see of a text; a line break alone is nothing, a picture without words is something. */
function shows(text: string): boolean {
  return /\S/.test(plainText(markdownOf(text))) || imageAddresses(text).length > 0;
}

/** A text that wraps; the renderer's default is to cut it off. */
export function textBlock(text: string): JsonObject {
  return { type: "TextBlock", text, wrap: true };
}
