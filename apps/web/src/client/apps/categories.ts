/** Whose an app is. */
export const kinds = ["custom", "thirdParty", "microsoft"] as const;
export type Kind = (typeof kinds)[number];
export const features = ["personal", "team", "chat", "bot", "connector", "messageExtension"] as const;
export type Feature = (typeof features)[number];

/** What the list of apps can be narrowed to. */
export const categories = [...kinds, ...features] as const;
export type Category = (typeof categories)[number];
