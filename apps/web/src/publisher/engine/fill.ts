import { fillJsonText } from "@parvis/manifest";

export interface FillInput {
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A manifest with the values written where its placeholders stand. */
export async function fill({ text, env }: FillInput): Promise<string> {
  return fillJsonText(text, env);
}
