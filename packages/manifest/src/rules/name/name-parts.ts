/** The two forms of the name. */
export const names = ["short", "full"] as const;
