/** Every rule there is, in the order of its documentation. */
import * as icon from "./icon/index.ts";
import * as manifest from "./manifest/index.ts";
import * as packageRules from "./package/index.ts";
import type { Rule } from "./rule.ts";
import { schemaRules } from "./schema/index.ts";

function rulesIn(module: object): Rule[] {
  return Object.values(module).filter(
    (value): value is Rule => typeof value === "object" && value !== null && "id" in value,
  );
}

export const allRules: readonly Rule[] = [packageRules, manifest, Object.values(schemaRules), icon].flatMap(rulesIn);
