/** Message extensions are answered by a bot or by an API, and never by both. */
import { textAt } from "../../json/json-value.ts";

export const isApiBased = (extension: Parameters<typeof textAt>[0]) =>
  textAt(extension, "composeExtensionType") === "apiBased";
