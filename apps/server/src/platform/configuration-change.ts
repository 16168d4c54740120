/** One thing that applying a file changes. */
export interface ConfigurationChange {
  /** Part of the file, such as `users` or `policies.permission`. */
  readonly section: string;
  readonly name: string;
  readonly action: "create" | "change";
  /** What of it, from what to what; empty for something new. */
  readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
}

/** Takes note of what is changed while a file is applied. */
export type Note = (change: ConfigurationChange) => void;

/** Something in a file that a person must mend. Collected, so that all are told at once. */
export type Complain = (problem: string) => void;

/** A list as it is shown in a difference: not more than a screen of it. */
export function shortened(list: readonly string[]): string[] {
  const most = 20;
  return list.length <= most ? [...list] : [...list.slice(0, most), `… ${list.length - most} more`];
}

/** The fields in which two states differ. */
export function changedFields(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): ConfigurationChange["fields"] {
  return Object.entries(to).flatMap(([field, value]) =>
    value === undefined || JSON.stringify(value) === JSON.stringify(from[field])
      ? []
      : [{ field, from: from[field] ?? null, to: value }],
  );
}
