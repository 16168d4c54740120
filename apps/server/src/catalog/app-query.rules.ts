/** What a filter may ask of an app: names as Graph's `teamsApp` has them (contracts.md A.1). */
export const appFields = ["id", "externalId", "displayName", "distributionMethod"] as const;
export type AppField = (typeof appFields)[number];
/** And of one of its definitions (contracts.md A.2). */
export const definitionFields = [
  "bot",
  "publishingState",
  "version",
  "displayName",
  "shortDescription",
  "description",
  "azureADAppId",
] as const;
export type DefinitionField = (typeof definitionFields)[number];

/** A condition with and, or, not. */
export type Filter<Leaf> =
  | { readonly kind: "and" | "or"; readonly left: Filter<Leaf>; readonly right: Filter<Leaf> }
  | { readonly kind: "not"; readonly of: Filter<Leaf> }
  | Leaf;

export interface FieldComparison<Field> {
  readonly kind: "compare";
  readonly field: Field;
  readonly equal: boolean;
  readonly value: string | null;
}

export type DefinitionFilter = Filter<FieldComparison<DefinitionField>>;

/** `any` of an app's definitions; without a condition, whether it has one. */
export interface AnyDefinition {
  readonly kind: "any";
  readonly of: DefinitionFilter | undefined;
}

export type AppFilter = Filter<FieldComparison<AppField> | AnyDefinition>;
