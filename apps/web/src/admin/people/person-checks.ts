/** As the server has them (directory/person.rules.ts, person.schema.ts). */
const leastPassword = 8;
const mostPassword = 256;

/** What a person wrote into the form of a person. */
export interface PersonDraft {
  readonly displayName: string;
  readonly upn: string;
  readonly password: string;
}

export type PersonFault = "name-missing" | "upn-wrong" | "password-short" | "password-long";

/** What is wrong with a draft, field by field. Without a password somebody cannot sign in yet, which is allowed. */
export function faultsOf({ displayName, upn, password }: PersonDraft): {
  readonly [Field in keyof PersonDraft]?: PersonFault;
} {
  return {
    ...(displayName.trim() === "" ? { displayName: "name-missing" } : {}),
    ...(/^[^\s@]+@[^\s@]+$/.test(upn.trim()) ? {} : { upn: "upn-wrong" }),
    ...(password !== "" && password.length < leastPassword ? { password: "password-short" } : {}),
    ...(password.length > mostPassword ? { password: "password-long" } : {}),
  };
}

/** A sign-in name to begin with: "Élodie Martin" becomes elodie.martin at the organisation's domain. */
export function suggestedUpn(displayName: string, domain: string): string {
  const words = displayName
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  return words.length === 0 ? "" : `${words.join(".")}@${domain}`;
}
