/** What the engine has to say about a package: one finding a fault, and a verdict that carries them all. */
import type { IconReading } from "./icons/icon-reading.ts";
import type { TeamsManifest } from "./teams-manifest.ts";

/** `error` refuses the package; a `warning` is worth a person's time; a `suggestion` is a matter of polish. */
export type Severity = "error" | "warning" | "suggestion";
export type Language = "en" | "fr";
/** Whose rules apply: an organisation's own catalogue, or the public store. */
export type Target = "organization" | "store";

/** One sentence in each language that Parvis speaks. `{name}` stands for a value given with the finding. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

export interface Finding {
  /** `area/name`; what the official schema says is `schema/<keyword>`. */
  rule: string;
  severity: Severity;
  /** JSON pointer (RFC 6901) into `file`; "" is the whole of it. */
  pointer: string;
  /** Path inside the package; "" for the package itself. */
  file: string;
  /** Counted from 1, in the file as it was given; absent where the file is not text. */
  line?: number;
  column?: number;
  message: string;
  found?: string;
  expected?: string;
  fix: string;
  /** Address of the rule's page. */
  help: string;
  /** Present where Microsoft Graph has a code for this fault (contracts A.3). */
  graph?: { code: string; target: string };
  /** Set on what one branch of an anyOf or oneOf said: the pointer of the finding that sums the branches up. */
  branchOf?: string;
}

export interface Verdict {
  /** True when no finding is an error. */
  valid: boolean;
  manifestVersion: string | null;
  id: string | null;
  version: string | null;
  findings: Finding[];
  /** The manifest as parsed and with placeholders filled; null when it could not be read. Its shape is only sure when `valid`. */
  manifest: TeamsManifest | null;
  icons: { color: IconReading | null; outline: IconReading | null };
  files: ReadonlyMap<string, Uint8Array>;
}

export interface ValidateOptions {
  /** Default `organization`. */
  target?: Target;
  /** Language of messages, fixes and expectations. Default `en`. */
  language?: Language;
  /** Values for placeholders, by name. */
  env?: Readonly<Record<string, string>>;
  /** What an unfilled placeholder is: one warning (default), or one error, as for an upload. */
  placeholders?: "warn" | "refuse";
  /** Where rule pages live; `<area>/<name>` is added. Default `/docs/rules/`. */
  helpBase?: string;
}
