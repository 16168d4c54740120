import { parse } from "@formatjs/icu-messageformat-parser";
import type { Plugin } from "vite";

/** French sets a space before these and within quotation marks, where no line may end. */
export function frenchSpaced(text: string): string {
  return text.replace(/ (?=[;:?!»])|(?<=«) /g, "\u00a0");
}

/**
 * Turns `locales/*.json` into parsed messages while building: a mistake in a message stops the build, and the browser
 * neither downloads a parser nor spends time in one.
 */
export function compiledMessages(): Plugin {
  return {
    name: "parvis-compiled-messages",
    enforce: "pre",
    transform(code, id) {
      if (!/\/locales\/[a-z]{2}\.json$/.test(id)) return;
      const messages: Record<string, string> = JSON.parse(code);
      const parsed = Object.entries(messages).map(([key, text]) => {
        try {
          return [key, parse(id.endsWith("/fr.json") ? frenchSpaced(text) : text)];
        } catch (error) {
          throw new Error(`${id}: the message ${key} is not well formed: ${String(error)}`, { cause: error });
        }
      });
      return { code: JSON.stringify(Object.fromEntries(parsed)), map: null };
    },
  };
}
