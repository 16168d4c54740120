import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const tabNameTwice: Rule = {
  id: "tab/name-twice",
  severity: "warning",
  title: { en: "Every personal tab has a name of its own", fr: "Chaque onglet personnel a son nom" },
  message: { en: "Two tabs are called “{found}”.", fr: "Deux onglets s'appellent « {found} »." },
  why: { en: "Side by side, nobody can tell them apart.", fr: "Côte à côte, nul ne les distingue." },
  fix: { en: "Rename one of them.", fr: "Renommez l'un des deux." },
  source: "Parvis",
  passes: { manifest: {} },
  fails: {
    manifest: {
      staticTabs: [
        { entityId: "a", name: "A", contentUrl: "https://tabs.contoso.com/a", scopes: ["personal"] },
        { entityId: "b", name: "A", contentUrl: "https://tabs.contoso.com/b", scopes: ["personal"] },
      ],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of repeated(parts(manifest, "staticTabs"), "name"))
      yield { pointer, values: { found: value }, found: value };
  },
};
