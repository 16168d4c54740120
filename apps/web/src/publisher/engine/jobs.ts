import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { complete } from "./complete.ts";
import { describeAt } from "./describe-at.ts";
import { fill } from "./fill.ts";
import { formatText } from "./format-text.ts";
import { generate } from "./generate.ts";
import { lint } from "./lint.ts";
import { mend } from "./mend.ts";
import { open } from "./open.ts";
import { pack } from "./pack.ts";
import { readEnv } from "./read-env.ts";
import { upgrade } from "./upgrade.ts";

/** Everything the engine does for these pages, by name. Each takes one value and gives one, both fit to be cloned. */
export const jobs = {
  check,
  compare,
  complete,
  describeAt,
  fill,
  formatText,
  generate,
  lint,
  mend,
  open,
  pack,
  readEnv,
  upgrade,
};
