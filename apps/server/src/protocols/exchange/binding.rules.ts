/** How a parameter's value is read. `switch` may stand without a value. */
export type ParameterType = "boolean" | "switch" | "string" | "identity" | "count";
export type BoundValue = boolean | string | number;
export type Values = Readonly<Record<string, BoundValue | undefined>>;

export interface BindingFault {
  readonly fault: "unknown-parameter" | "missing-parameter" | "wrong-value";
  readonly message: string;
  readonly parameter: string;
}

/** What every cmdlet takes. `Confirm` asks nobody here: a request is its own confirmation. */
export const commonParameters: Readonly<Record<string, ParameterType>> = {
  Confirm: "switch",
  Debug: "switch",
  ErrorAction: "string",
  ErrorVariable: "string",
  InformationAction: "string",
  OutBuffer: "string",
  OutVariable: "string",
  Verbose: "switch",
  WarningAction: "string",
  WarningVariable: "string",
  WhatIf: "switch",
};

/**
 * The parameter that a written name stands for: case does not matter, and a beginning is enough when it fits only one,
 * where a cmdlet's own parameters go before the common ones.
 */
export function parameterNamed(
  written: string,
  own: Readonly<Record<string, ParameterType>>,
): { name: string; type: ParameterType } | { candidates: string[] } {
  const wanted = written.toLowerCase();
  for (const set of [own, commonParameters]) {
    const exact = Object.entries(set).find(([name]) => name.toLowerCase() === wanted);
    if (exact !== undefined) return { name: exact[0], type: exact[1] };
    const fitting = Object.entries(set).filter(([name]) => name.toLowerCase().startsWith(wanted));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) return { name: only[0], type: only[1] };
    if (fitting.length > 1) return { candidates: fitting.map(([name]) => name) };
  }
  return { candidates: [] };
}

function readBoolean(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value !== "string") return undefined;
  const word = value.trim().toLowerCase();
  if (["$true", "true", "1"].includes(word)) return true;
  return ["$false", "false", "0"].includes(word) ? false : undefined;
}

/** A parameter that was written without a value, as SwitchParameter is serialised. */
function stands(value: unknown): boolean {
  return typeof value === "object" && value !== null && "IsPresent" in value && value.IsPresent === true;
}

function readValue(type: ParameterType, value: unknown): BoundValue | undefined {
  switch (type) {
    case "switch":
      return stands(value) ? true : readBoolean(value);
    case "boolean":
      return readBoolean(value);
    case "count": {
      if (typeof value === "string" && /^unlimited$/i.test(value)) return Number.POSITIVE_INFINITY;
      const count = Number(value);
      return Number.isInteger(count) && count > 0 ? count : undefined;
    }
    case "string":
    case "identity": {
      const text = typeof value === "number" ? String(value) : value;
      if (typeof text !== "string") return undefined;
      return type === "identity" && text.trim() === "" ? undefined : text;
    }
  }
}

const expectations: Record<ParameterType, string> = {
  switch: "$true or $false",
  boolean: "$true or $false",
  string: "a text",
  identity: "an id, an address, an alias or a display name",
  count: "a whole number or Unlimited",
};

/** Whose name is nearest to a mistyped one: the shortest distance, when it is short. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
        next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
      }
      row = next;
    }
    return row[b.length] ?? 0;
  };
  const ranked = names
    .map((name) => ({ name, steps: distance(written.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  const [best] = ranked;
  return best !== undefined && best.steps <= Math.max(2, written.length / 4) ? best.name : undefined;
}

/** Puts given values into a cmdlet's parameters, in PowerShell's words when it cannot. */
export function bind(
  cmdlet: { readonly parameters: Readonly<Record<string, ParameterType>>; readonly required?: readonly string[] },
  given: Readonly<Record<string, unknown>>,
): { values: Values } | BindingFault {
  const values: Record<string, BoundValue> = {};
  for (const [written, value] of Object.entries(given)) {
    if (written.includes("@")) continue; // OData annotations of the value beside it.
    const found = parameterNamed(written, cmdlet.parameters);
    if ("candidates" in found) {
      const { candidates } = found;
      const near = nearest(written, Object.keys(cmdlet.parameters));
      const message =
        candidates.length > 1
          ? `Parameter cannot be processed because the parameter name '${written}' is ambiguous. Possible matches include: ${candidates.map((name) => `-${name}`).join(" ")}.`
          : `A parameter cannot be found that matches parameter name '${written}'.${near === undefined ? "" : ` Did you mean -${near}?`}`;
      return { fault: "unknown-parameter", message, parameter: written };
    }
    const { name, type } = found;
    if (Object.hasOwn(values, name)) {
      const message = `Cannot bind parameter because parameter '${name}' is specified more than once.`;
      return { fault: "wrong-value", message, parameter: written };
    }
    const read = readValue(type, value);
    if (read === undefined) {
      const message = stands(value)
        ? `Missing an argument for parameter '${name}'. Specify ${expectations[type]} and try again.`
        : `Cannot process argument transformation on parameter '${name}'. Cannot convert value ${JSON.stringify(value)}. Expected ${expectations[type]}.`;
      return { fault: "wrong-value", message, parameter: written };
    }
    values[name] = read;
  }
  const missing = (cmdlet.required ?? []).filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) {
    const message = `Cannot process command because of one or more missing mandatory parameters: ${missing.join(" ")}.`;
    return { fault: "missing-parameter", message, parameter: missing[0] ?? "" };
  }
  return { values };
}
