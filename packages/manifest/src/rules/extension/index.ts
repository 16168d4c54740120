/** Rules about message extensions: which kind they are, and what each kind needs (contracts A.3). */
export * from "./api-description.ts";
export * from "./authorization.ts";
export * from "./commands.ts";
export * from "./kind.ts";
