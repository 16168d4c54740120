export interface SetupWish {
  readonly organisation: string;
  readonly name: string;
  /** Sign-in name. */
  readonly upn: string;
  readonly password: string;
  readonly demo: boolean;
}

type Field = Exclude<keyof SetupWish, "demo">;
export type SetupMistakes = Partial<Record<Field, true>>;

/** As the server asks; it checks again. */
const leastPasswordLength = 8;

/** The fields that cannot be sent as they are. */
export function mistakesIn({ organisation, name, upn, password }: SetupWish): SetupMistakes {
  return {
    ...(organisation.trim() === "" ? { organisation: true } : {}),
    ...(name.trim() === "" ? { name: true } : {}),
    ...(/^[^\s@]+@[^\s@]+$/.test(upn.trim()) ? {} : { upn: true }),
    ...(password.length < leastPasswordLength ? { password: true } : {}),
  };
}
