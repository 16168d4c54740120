import { parseEnv } from "@parvis/manifest";

/** The values in a `.env` file. */
export async function readEnv({ text }: { readonly text: string }): Promise<Record<string, string>> {
  return parseEnv(text);
}
