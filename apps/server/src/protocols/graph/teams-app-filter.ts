import { type AppFilter, appFields, type DefinitionFilter, definitionFields } from "../../catalog/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import { type Filter, readFilter } from "./odata-filter.ts";

function refuse(why: string): ParvisError {
  return new ParvisError("request/invalid", { detail: `Could not use $filter: ${why}.` });
}

/** A comparison the catalogue answers: eq and ne of a known field with a text or null (contracts.md A.3). */
function comparison<Field extends string>(filter: Filter, fields: readonly Field[]) {
  if (filter.kind !== "compare" || (filter.how !== "eq" && filter.how !== "ne"))
    throw refuse("only eq, ne, and, or, not and appDefinitions/any(…) are served here");
  const { path, how, value } = filter;
  // A bot has nothing but its id.
  const name = path
    .join("/")
    .toLowerCase()
    .replace(/^bot\/id$/, "bot");
  const field = fields.find((each) => each.toLowerCase() === name);
  if (field === undefined) throw refuse(`there is no property ${path.join("/")}; expected one of ${fields.join(", ")}`);
  return { kind: "compare", field, equal: how === "eq", value: value === null ? null : String(value) } as const;
}

/** `a and b and c` as the catalogue takes it, two at a time. */
function joined<Leaf>(kind: "and" | "or", parts: readonly Leaf[]) {
  const [first, ...rest] = parts;
  if (first === undefined) throw refuse("it is empty");
  type Joined = Leaf | { kind: "and" | "or"; left: Joined; right: Joined };
  return rest.reduce<Joined>((left, right) => ({ kind, left, right }), first);
}

function ofDefinition(filter: Filter): DefinitionFilter {
  if (filter.kind === "not") return { kind: "not", of: ofDefinition(filter.part) };
  if (filter.kind === "and" || filter.kind === "or") return joined(filter.kind, filter.parts.map(ofDefinition));
  return comparison(filter, definitionFields);
}

function ofApp(filter: Filter): AppFilter {
  if (filter.kind === "not") return { kind: "not", of: ofApp(filter.part) };
  if (filter.kind === "and" || filter.kind === "or") return joined(filter.kind, filter.parts.map(ofApp));
  if (filter.kind !== "any") return comparison(filter, appFields);
  if (filter.path.join("/").toLowerCase() !== "appdefinitions") throw refuse("any is served of appDefinitions");
  return { kind: "any", of: filter.part === undefined ? undefined : ofDefinition(filter.part) };
}

/** `$filter` on `teamsApps` as a question to the catalogue. @throws ParvisError request/invalid */
export function readAppFilter(filter: string | undefined): AppFilter | undefined {
  return filter === undefined || filter.trim() === "" ? undefined : ofApp(readFilter(filter));
}
