import { flagOf, type JsonObject, objectsOf, textOf } from "../json.ts";

/** What may be filled in at one input of a card, as the server checks it again. */
export interface InputRule {
  id: string;
  /** What the reader sees beside it; empty when its sender gave none. */
  label: string;
  kind: "text" | "number" | "date" | "time" | "toggle" | "choice";
  isRequired: boolean;
  /** In UTF-16 units, as browsers count. */
  maxLength?: number;
  /** Numbers, dates or times, as the sender wrote them. */
  min?: string;
  max?: string;
  /** What may be chosen. Absent where the sender's own search gives the choices. */
  choices?: string[];
  isMultiSelect?: boolean;
  /** The values of a toggle, on first. */
  toggle?: [string, string];
}

export interface InputIssue {
  id: string;
  label: string;
  problem: "required" | "too-long" | "not-a-choice" | "not-a-date" | "not-a-time" | "not-a-number" | "out-of-range";
}

/** Longest value taken where the sender named no limit. */
const longestValue = 10_000;

const kinds: Record<string, InputRule["kind"]> = {
  "Input.Text": "text",
  "Input.Number": "number",
  "Input.Date": "date",
  "Input.Time": "time",
  "Input.Toggle": "toggle",
  "Input.ChoiceSet": "choice",
};

/** The rules of Adaptive inputs; one without an id collects nothing, and one of an unknown type is no input. */
export function inputRules(inputs: readonly JsonObject[]): InputRule[] {
  return inputs.flatMap((input) => {
    const kind = kinds[textOf(input.type)];
    const id = textOf(input.id);
    if (kind === undefined || id === "") return [];
    const rule: InputRule = { id, label: textOf(input.label), kind, isRequired: flagOf(input.isRequired, false) };
    const maxLength = Number(input.maxLength);
    if (kind === "text" && Number.isInteger(maxLength) && maxLength > 0) rule.maxLength = maxLength;
    if (kind === "number" || kind === "date" || kind === "time") {
      if (textOf(input.min) !== "") rule.min = textOf(input.min);
      if (textOf(input.max) !== "") rule.max = textOf(input.max);
    }
    if (kind === "toggle") rule.toggle = [textOf(input.valueOn) || "true", textOf(input.filledInf) || "false"];
    if (kind === "choice") {
      rule.isMultiSelect = flagOf(input.isMultiSelect, false);
      // `choices.data` asks a bot for more than the card holds.
      if (input["choices.data"] === undefined)
        rule.choices = objectsOf(input.choices).map(({ value }) => textOf(value));
    }
    return [rule];
  });
}

/**
 * Checks what somebody filled in, again and on the server: what a browser sends may be anything.
 * @param values by input id; absent and empty are not filled in.
 * @returns every problem, in the order of the inputs.
 */
export function checkInputs(rules: readonly InputRule[], values: Readonly<Record<string, string>>): InputIssue[] {
  const filledIn = (id: string) => (Object.hasOwn(values, id) ? (values[id] ?? "") : "");
  return rules.flatMap((rule) => {
    const problem = problemOf(rule, filledIn(rule.id)) ?? lonelyDate(rule, filledIn);
    return problem === undefined ? [] : [{ id: rule.id, label: rule.label, problem }];
  });
}

function problemOf(rule: InputRule, value: string): InputIssue["problem"] | undefined {
  if (rule.isRequired && (rule.kind === "toggle" ? value !== rule.toggle?.[0] : value.trim() === "")) return "required";
  if (value === "") return undefined;
  if (value.length > (rule.maxLength ?? longestValue)) return "too-long";
  switch (rule.kind) {
    case "number":
      if (!Number.isFinite(Number(value))) return "not-a-number";
      return within(Number(value), Number(rule.min ?? Number.NaN), Number(rule.max ?? Number.NaN));
    case "date":
      if (!isDate(value)) return "not-a-date";
      return within(value, rule.min, rule.max);
    case "time":
      if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)) return "not-a-time";
      return within(value, rule.min, rule.max);
    case "toggle":
      return rule.toggle?.includes(value) ? undefined : "not-a-choice";
    case "choice":
      if (rule.choices === undefined) return undefined;
      return isChosen(value, rule.choices, rule.isMultiSelect === true) ? undefined : "not-a-choice";
    default:
      return undefined;
  }
}

/** The time half of a date is worth nothing without the other (its id is `timeInputId` of the date's). */
function lonelyDate(rule: InputRule, filledIn: (id: string) => string): InputIssue["problem"] | undefined {
  return rule.kind === "date" && filledIn(rule.id) === "" && filledIn(`${rule.id}#time`) !== ""
    ? "required"
    : undefined;
}

function isDate(value: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function within<T extends string | number>(value: T, min: T | undefined, max: T | undefined) {
  return (min !== undefined && value < min) || (max !== undefined && value > max)
    ? ("out-of-range" as const)
    : undefined;
}

/** Several choices come with commas between them, and a choice may hold a comma itself. */
function isChosen(value: string, choices: readonly string[], several: boolean): boolean {
  if (choices.includes(value)) return true;
  if (!several) return false;
  const longestFirst = choices.toSorted((a, b) => b.length - a.length);
  let rest = value;
  while (!choices.includes(rest)) {
    const first = longestFirst.find((choice) => rest.startsWith(`${choice},`));
    if (first === undefined) return false;
    rest = rest.slice(first.length + 1);
  }
  return true;
}
