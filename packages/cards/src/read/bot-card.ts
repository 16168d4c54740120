import { type JsonObject, type JsonValue, objectsOf, property, textOf } from "../json.ts";

/**
 * A hero or thumbnail card of the Bot Framework as an Adaptive Card: title, subtitle, text, images, buttons.
 * Buttons that open a page work; the others talk to a bot, and behind a webhook there is none, so `toAdaptiveCard`
 * shows them disabled like any `Action.Submit`.
 */
export function adaptiveFromBotCard(content: JsonObject): JsonObject {
  const body: JsonValue[] = [];
  for (const image of objectsOf(property(content, "images"))) {
    body.push({ type: "Image", url: textOf(property(image, "url")), altText: textOf(property(image, "alt")) });
  }
  const line = (name: string, style: JsonObject) => {
    const text = textOf(property(content, name));
    if (text !== "") body.push({ type: "TextBlock", text, wrap: true, ...style });
  };
  line("title", { size: "Large", weight: "Bolder" });
  line("subtitle", { isSubtle: true, spacing: "None" });
  line("text", {});
  const actions = objectsOf(property(content, "buttons")).map(actionOf);
  return { type: "AdaptiveCard", version: "1.5", body, actions };
}

function actionOf(button: JsonObject): JsonObject {
  const title = textOf(property(button, "title"));
  if (property(button, "type") !== "openUrl") return { type: "Action.Submit", title };
  return { type: "Action.OpenUrl", title, url: textOf(property(button, "value")) };
}
