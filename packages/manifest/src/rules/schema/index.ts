/** One rule a schema keyword, by the keyword's name. Together their findings are exactly the official schema's verdict. */
import type { Rule } from "../rule.ts";
import { anyOf, condition, constant, enumeration, not, oneOf, type } from "./choice.ts";
import { maxItems, maximum, minItems, minimum, uniqueItems } from "./list.ts";
import { additionalProperties, dependencies, maxProperties, minProperties, required } from "./object.ts";
import { format, maxLength, minLength, pattern } from "./text.ts";

export const schemaRules: Readonly<Record<string, Rule>> = {
  additionalProperties,
  anyOf,
  const: constant,
  dependencies,
  enum: enumeration,
  format,
  if: condition,
  maxItems,
  maxLength,
  maxProperties,
  maximum,
  minItems,
  minLength,
  minProperties,
  minimum,
  not,
  oneOf,
  pattern,
  required,
  type,
  uniqueItems,
};
