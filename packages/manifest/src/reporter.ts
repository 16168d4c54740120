/** Collects what readers and rules hit, and turns it into findings in one language. */
import type { Finding, Language, Severity, Target, Text, ValidateOptions } from "./finding.ts";
import { dottedPath } from "./json/pointer.ts";
import type { SourceText } from "./json/source-text.ts";
import { clip, fill, type Hit, type Rule, severityFor } from "./rules/rule.ts";

/** More findings than this help nobody, and placing each costs time: the rest is counted only. */
const LIMIT = 500;
const order: Record<Severity, number> = { error: 0, warning: 1, suggestion: 2 };

export class Reporter {
  readonly language: Language;
  readonly target: Target;
  readonly #helpBase: string;
  readonly #sources = new Map<string, SourceText>();
  readonly #kept: { finding: Finding; offset: number }[] = [];
  #errors = 0;
  #dropped = 0;

  constructor(options: ValidateOptions) {
    this.language = options.language ?? "en";
    this.target = options.target ?? "organization";
    this.#helpBase = options.helpBase ?? "/docs/rules/";
  }

  /** Makes the text of `file` known, so that findings in it get a line and a column. */
  knowSource(file: string, source: SourceText): void {
    this.#sources.set(file, source);
  }

  get errors(): number {
    return this.#errors;
  }

  /** How many findings went past the limit. */
  get dropped(): number {
    return this.#dropped;
  }

  add(rule: Rule, hit: Hit = {}, severity: Severity | "off" = severityFor(rule, this.target)): void {
    if (severity === "off") return;
    if (severity === "error") this.#errors++;
    if (this.#kept.length >= LIMIT) {
      this.#dropped++;
      return;
    }
    const file = hit.file ?? "manifest.json";
    const pointer = hit.pointer ?? "";
    const finding: Finding = {
      rule: rule.id,
      severity,
      pointer,
      file,
      message: fill(rule.message[this.language], hit.values, this.language),
      fix: fill(rule.fix[this.language], hit.values, this.language),
      help: this.#helpBase + rule.id,
    };
    if (hit.found !== undefined) finding.found = clip(hit.found);
    if (hit.expected !== undefined) finding.expected = this.#say(hit.expected);
    if (hit.branchOf !== undefined) finding.branchOf = hit.branchOf;
    const code = hit.graph ?? rule.graph;
    if (code !== undefined)
      finding.graph = { code, target: hit.target ?? (dottedPath(pointer) || file || "manifest.json") };
    const offset = this.#offset(file, pointer, hit);
    const source = this.#sources.get(file);
    if (source !== undefined && offset >= 0) Object.assign(finding, source.position(offset));
    this.#kept.push({ finding, offset });
  }

  /** The findings so far: the package first, then file by file from top to bottom. */
  findings(): Finding[] {
    return this.#kept
      .sort(
        (a, b) =>
          fileOrder(a.finding.file) - fileOrder(b.finding.file) ||
          (a.finding.file < b.finding.file ? -1 : a.finding.file > b.finding.file ? 1 : 0) ||
          a.offset - b.offset ||
          order[a.finding.severity] - order[b.finding.severity],
      )
      .map(({ finding }) => finding);
  }

  #offset(file: string, pointer: string, hit: Hit): number {
    if (hit.offset !== undefined) return hit.offset;
    return this.#sources.get(file)?.place(hit.placeAt ?? pointer, hit.placeAt !== undefined)?.offset ?? -1;
  }

  #say(text: string | Text): string {
    return typeof text === "string" ? text : text[this.language];
  }
}

function fileOrder(file: string): number {
  return file === "" ? 0 : file === "manifest.json" ? 1 : 2;
}
