import { type Finding, schemaAddress, type schemaVersions } from "@parvis/manifest";
import { type Edit, findNodeAtLocation, getNodeValue, modify, type Node, parseTree } from "jsonc-parser";
import { newGuid } from "../../shared/new-guid.ts";
import { knownValues } from "./known-values.ts";
import { nearestFirst } from "./nearest-first.ts";
import { typesOf, valuesOf } from "./part-facts.ts";
import { type Path, partsAt, propertiesAt, type Schema } from "./schema-parts.ts";
import { filledTemplate } from "./value-template.ts";

/** What a fix does; the page has the words for it. */
export type FixAct =
  | { readonly kind: "write"; readonly value: string }
  | { readonly kind: "add"; readonly name: string }
  | { readonly kind: "remove"; readonly name: string }
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "remove-comma" | "trim" | "new-id" };

export interface QuickFix {
  readonly act: FixAct;
  readonly edits: readonly Edit[];
}

/** Where a finding is in the text, and what can be done about it at a press. */
export interface FindingPlace {
  readonly from: number;
  readonly to: number;
  readonly fixes: readonly QuickFix[];
}

/** Every fix parses the text anew: beyond these nobody waits for them. */
const mostFindings = 100;
const longestText = 200_000;
/** More choices than this are completion's. */
const mostChoices = 3;

interface Subject {
  readonly text: string;
  readonly root: Node | undefined;
  readonly schema: Schema;
  readonly version: (typeof schemaVersions)[number];
}

/** The places of findings in the order of the findings; null for those that are nowhere in the text. */
export function placesOf(
  findings: readonly Finding[],
  text: string,
  given: Pick<Subject, "schema" | "version">,
): (FindingPlace | null)[] {
  const starts = lineStarts(text);
  const subject: Subject = { text, root: parseTree(text, [], { allowTrailingComma: true }), ...given };
  return findings.map((finding, index) => {
    const { line, column = 1 } = finding;
    const start = line === undefined ? undefined : starts[line - 1];
    if (start === undefined) return null;
    const from = Math.min(start + column - 1, text.length);
    const fixable = index < mostFindings && text.length <= longestText;
    return { from, to: endOfToken(text, from), fixes: fixable ? fixesOf(finding, from, subject) : [] };
  });
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
}

/** A text, a number or a word whole; of brackets the one that opens. */
function endOfToken(text: string, from: number): number {
  const token = /^(?:"(?:[^"\\\n]|\\.)*"?|[\w.+-]+|[^\n])/u.exec(text.slice(from, from + 4_000))?.[0] ?? "";
  return from + token.length;
}

function fixesOf(finding: Finding, offset: number, subject: Subject): QuickFix[] {
  const { rule, pointer, found = "", expected = "" } = finding;
  const path = pathOf(pointer, subject.root);
  switch (rule) {
    case "schema/required":
      return [addProperty(path, expected, subject)];
    case "schema/additionalProperties":
      return unknownProperty(path, found, subject);
    case "schema/enum":
    case "schema/const":
      return allowedInstead(path, subject);
    case "schema/type":
      return rightType(path, subject);
    case "manifest/trailing-comma":
      if (subject.text[offset] !== ",") return [];
      return [{ act: { kind: "remove-comma" }, edits: [{ offset, length: 1, content: "" }] }];
    case "manifest/outer-space":
      return trimmed(path, subject);
    case "manifest/schema-disagrees":
    case "manifest/schema-missing":
    case "manifest/schema-unknown":
      return [write(["$schema"], schemaAddress(subject.version), subject)];
    case "manifest/version-unknown":
    case "manifest/version-missing":
      return [write(["manifestVersion"], subject.version, subject)];
    case "manifest/id-zero":
      return newId(path, subject);
    case "domain/page-not-covered":
      return [addDomain(found, subject)];
    default:
      return otherwise(finding, path, subject);
  }
}

function otherwise({ rule, found = "" }: Finding, path: Path, subject: Subject): QuickFix[] {
  if (rule === "schema/pattern" && path.length === 1 && path[0] === "id") return newId(path, subject);
  // A GUID, a host or a file that stands elsewhere in the manifest.
  if (rule === "schema/pattern")
    return knownValues(subject.text, path, [])
      .slice(0, mostChoices)
      .map((value) => write(path, value, subject));
  if (rule.endsWith("/https") && found.startsWith("http://") && path.length > 0)
    return [write(path, found.replace("http://", "https://"), subject)];
  if (rule.endsWith("/twice") && typeof path.at(-1) === "number")
    return [{ act: { kind: "remove", name: found }, edits: changed(path, undefined, subject) }];
  return [];
}

/** Names of digits may be places in a list or properties: the text knows. */
function pathOf(pointer: string, root: Node | undefined): Path {
  const tokens = pointer.split("/").slice(1);
  let node = root;
  return tokens.map((escaped) => {
    const token = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = node?.type === "array" ? Number(token) : token;
    node = node && findNodeAtLocation(node, [step]);
    return step;
  });
}

function changed(path: Path, value: unknown, { text, root }: Subject): Edit[] {
  // Laying out what is new lays out the lines around it too: only where it must be.
  const isThere = root !== undefined && findNodeAtLocation(root, [...path]) !== undefined;
  if (isThere && (typeof value !== "object" || value === null)) return modify(text, [...path], value, {});
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
  const formattingOptions = { insertSpaces: !indent.startsWith("\t"), tabSize: Math.min(indent.length, 8), eol: "\n" };
  return modify(text, [...path], value, { formattingOptions });
}

function write(path: Path, value: unknown, subject: Subject): QuickFix {
  return { act: { kind: "write", value: JSON.stringify(value) }, edits: changed(path, value, subject) };
}

function valueAt(path: Path, { root }: Subject): unknown {
  const node = root && findNodeAtLocation(root, [...path]);
  return node && getNodeValue(node);
}

function addProperty(path: Path, name: string, subject: Subject): QuickFix {
  const value = filledTemplate(subject.schema, [...path, name]);
  return { act: { kind: "add", name }, edits: changed([...path, name], value, subject) };
}

function unknownProperty(path: Path, name: string, subject: Subject): QuickFix[] {
  const { root, schema } = subject;
  const holder = root && findNodeAtLocation(root, [...path]);
  const nodes = (holder?.children ?? []).flatMap(({ children }) => children?.[0] ?? []);
  const taken = new Set(nodes.map(({ value }) => String(value)));
  const free = propertiesAt(schema, path).flatMap((property) => (taken.has(property.name) ? [] : [property.name]));
  const key = nodes.find(({ value }) => value === name);
  const renamed = nearestFirst(name, free, { close: true })
    .slice(0, 1)
    .flatMap((near): QuickFix[] => {
      if (key === undefined) return [];
      return [
        {
          act: { kind: "rename", name: near },
          edits: [{ offset: key.offset, length: key.length, content: JSON.stringify(near) }],
        },
      ];
    });
  return [...renamed, { act: { kind: "remove", name }, edits: changed([...path, name], undefined, subject) }];
}

function allowedInstead(path: Path, subject: Subject): QuickFix[] {
  const values = valuesOf(partsAt(subject.schema, path));
  const byName = new Map(values.map((value) => [String(value), value]));
  return nearestFirst(String(valueAt(path, subject)), [...byName.keys()])
    .slice(0, mostChoices)
    .map((name) => write(path, byName.get(name), subject));
}

/** What was plainly meant: `"true"` for a switch, one text for a list of texts. */
function rightType(path: Path, subject: Subject): QuickFix[] {
  const types = typesOf(partsAt(subject.schema, path));
  const value = valueAt(path, subject);
  if (types.includes("boolean") && /^(?:true|false|0|1)$/i.test(String(value)))
    return [write(path, /^(?:true|1)$/i.test(String(value)), subject)];
  if (types.includes("string") && (typeof value === "number" || typeof value === "boolean"))
    return [write(path, String(value), subject)];
  const isNumber = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  if (isNumber && (types.includes("integer") || types.includes("number"))) return [write(path, Number(value), subject)];
  if (types.includes("array") && typeof value === "string" && value !== "") return [write(path, [value], subject)];
  return [];
}

function newId(path: Path, subject: Subject): QuickFix[] {
  return [{ act: { kind: "new-id" }, edits: changed(path, newGuid(), subject) }];
}

function trimmed(path: Path, subject: Subject): QuickFix[] {
  const value = valueAt(path, subject);
  if (typeof value !== "string") return [];
  return [{ act: { kind: "trim" }, edits: changed(path, value.trim(), subject) }];
}

function addDomain(host: string, subject: Subject): QuickFix {
  const domains = valueAt(["validDomains"], subject);
  const next = [...(Array.isArray(domains) ? domains : []), host];
  return { act: { kind: "add", name: host }, edits: changed(["validDomains"], next, subject) };
}
