/** What a rule looks at. */
import type { Target } from "../finding.ts";
import type { IconReading } from "../icons/icon-reading.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { SchemaVersion } from "../schema/schema-versions.ts";

/** A localisation file that the manifest names. */
export interface LanguageFile {
  /** As declared; absent for the default language's own file when the manifest does not say. */
  tag: string | undefined;
  path: string;
  /** Where the manifest names it. */
  pointer: string;
  isDefault: boolean;
  /** null: not in the package. undefined: there, and no JSON object. */
  content: JsonObject | null | undefined;
}

export interface Subject {
  manifest: JsonObject;
  /** The schema version that applies, which is the nearest one where the manifest names none that exists. */
  version: SchemaVersion;
  target: Target;
  /** null when only the manifest's text was given: rules about other files then have nothing to say. */
  files: ReadonlyMap<string, Uint8Array> | null;
  icons: { color: IconReading | null; outline: IconReading | null; color32: IconReading | null };
  languages: LanguageFile[];
  /** True where the value at this pointer still holds an unfilled placeholder. */
  isOpen(pointer: string): boolean;
}
