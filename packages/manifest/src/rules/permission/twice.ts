import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { at, read, rsc } from "./example-permission.ts";

export const permissionTwice: Rule = {
  id: "permission/twice",
  severity: "warning",
  title: { en: "Every permission stands once", fr: "Chaque autorisation n'apparaît qu'une fois" },
  message: { en: "{found} stands twice.", fr: "{found} apparaît deux fois." },
  why: {
    en: "The second does nothing; perhaps another was meant.",
    fr: "La seconde ne fait rien ; une autre était peut-être voulue.",
  },
  fix: { en: "Remove one.", fr: "Supprimez-en une." },
  source: "Parvis",
  passes: { manifest: rsc(read) },
  fails: { manifest: rsc(read, read) },
  *check({ manifest }) {
    const seen = new Set<string>();
    for (const { value, pointer } of parts(manifest, ...at)) {
      const found = `${textAt(value, "name")} (${textAt(value, "type")})`;
      if (seen.has(found)) yield { pointer, values: { found }, found };
      seen.add(found);
    }
  },
};
