/** Kinds of groups as Entra and Exchange know them; policies can be assigned to each (contracts.md B.3). */
export const groupKinds = ["security", "microsoft365", "mailEnabledSecurity", "distribution"] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Members named in one request at most. */
export const mostMembersAtOnce = 1_000;
