/** What tokens for these protocols are issued for (contracts.md A.0, C.4). */
export const resources = { graph: "https://graph.microsoft.com" } as const;
