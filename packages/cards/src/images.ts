import { isObject, type JsonObject, type JsonValue } from "./json.ts";
import { imageAddresses } from "./markdown/image-addresses.ts";
import type { AdaptiveCardJson } from "./payload.ts";

/**
 * A card of `toAdaptiveCard` with other addresses for its pictures: those of elements, backgrounds, icons of buttons and
 * posters of films. Addresses of links and of films stay; pictures in texts are the Markdown renderer's.
 * @param replace is given http and https addresses only.
 */
export function withImages(card: AdaptiveCardJson, replace: (address: string) => string): AdaptiveCardJson {
  const image = (value: JsonValue) =>
    typeof value === "string" && /^https?:/i.test(value) ? replace(value) : copy(value);
  function copy(value: JsonValue): JsonValue {
    if (Array.isArray(value)) return value.map(copy);
    return isObject(value) ? copyObject(value) : value;
  }
  function copyObject(source: JsonObject): JsonObject {
    // A link leads somewhere, a film has its type beside its address.
    const isPicture = !String(source.type).startsWith("Action.") && source.mimeType === undefined;
    return Object.fromEntries(
      Object.entries(source).map(([key, value]) => {
        const holdsImage =
          key === "iconUrl" || key === "poster" || key === "backgroundImage" || (key === "url" && isPicture);
        return [key, holdsImage ? image(value) : copy(value)];
      }),
    );
  }
  return { ...copyObject(card), type: card.type, version: card.version, body: card.body.map(copy) };
}

const textFields = new Set(["text", "title", "value"]);

/**
 * The http and https addresses of all pictures of a card of `toAdaptiveCard`, those in texts included, each as `new URL`
 * writes it.
 */
export function imagesOf(card: AdaptiveCardJson): Set<string> {
  const found = new Set<string>();
  const add = (address: string) => {
    if (URL.canParse(address) && /^https?:/i.test(address)) found.add(new URL(address).href);
    return address;
  };
  withImages(card, add);
  const walk = (value: JsonValue, key: string) => {
    if (typeof value === "string" && textFields.has(key)) for (const address of imageAddresses(value)) add(address);
    else if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (isObject(value)) for (const [name, item] of Object.entries(value)) walk(item, name);
  };
  walk(card, "");
  return found;
}
