/** What a rule is. Each stands in a file of its own; its page in docs/reference/rules is written from what stands here. */
import type { Severity, Target, Text } from "../finding.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { Subject } from "./subject.ts";

/** Severity per target where it differs; `off` where the rule does not apply. */
export type Grade = Severity | Readonly<Record<Target, Severity | "off">>;

/** One place where a rule found something. */
export interface Hit {
  /** JSON pointer into `file`; "" when absent. */
  pointer?: string;
  /** Default `manifest.json`. */
  file?: string;
  /** Values for the `{names}` in the rule's message and fix. */
  values?: Readonly<Record<string, string | number | Text>>;
  found?: string;
  expected?: string | Text;
  /** Where in the text the fault is, in UTF-16 units, when no pointer can say it. */
  offset?: number;
  /** The property whose name is at fault, when line and column should show that and `pointer` names the object around it. */
  placeAt?: string;
  /** See Finding.branchOf. */
  branchOf?: string;
  /** Replaces the rule's own Graph code. */
  graph?: string;
  /** What Graph calls the place, when it is not the pointer with dots. */
  target?: string;
}

/** A merge patch (RFC 7396) over the sample manifest of rules/sample-manifest.ts, or words where JSON cannot show it. */
export type Example = { readonly manifest: JsonObject } | { readonly words: Text };

export interface Rule {
  /** `area/name`. */
  readonly id: string;
  readonly severity: Grade;
  /** Microsoft Graph's code for it (contracts A.3). */
  readonly graph?: string;
  readonly title: Text;
  readonly message: Text;
  readonly why: Text;
  readonly fix: Text;
  /** The document the rule comes from. */
  readonly source: string;
  readonly passes: Example;
  readonly fails: Example;
  /** Absent where a reader (zip, JSON, PNG, schema) reports the rule by itself. */
  readonly check?: (subject: Subject) => Iterable<Hit>;
}

export function severityFor(rule: Rule, target: Target): Severity | "off" {
  return typeof rule.severity === "string" ? rule.severity : rule.severity[target];
}

/** Fills `{name}` from `values`; a name without a value stays as it stands. */
export function fill(template: string, values: Hit["values"], language: "en" | "fr"): string {
  if (values === undefined) return template;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return clip(typeof value === "object" ? value[language] : String(value));
  });
}

/** What a hostile file holds may be megabytes long; what is said about it may not. */
export function clip(text: string): string {
  return text.length > 240 ? `${text.slice(0, 239)}…` : text;
}
