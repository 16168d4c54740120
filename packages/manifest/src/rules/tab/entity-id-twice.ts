import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const tabTwice: Rule = {
  id: "tab/entity-id-twice",
  severity: "error",
  title: { en: "Every personal tab has an id of its own", fr: "Chaque onglet personnel a son identifiant" },
  message: { en: "Two tabs have the entityId “{found}”.", fr: "Deux onglets ont l'entityId « {found} »." },
  why: {
    en: "Deep links and stored state name a tab by this id; with two of them one cannot be reached.",
    fr: "Liens profonds et états enregistrés nomment l'onglet par cet identifiant ; avec deux, l'un est inaccessible.",
  },
  fix: { en: "Give one of them another entityId.", fr: "Donnez à l'un un autre entityId." },
  source: "contracts E.4",
  passes: { manifest: {} },
  fails: {
    manifest: {
      staticTabs: [
        { entityId: "a", name: "A", contentUrl: "https://tabs.contoso.com/a", scopes: ["personal"] },
        { entityId: "a", name: "B", contentUrl: "https://tabs.contoso.com/b", scopes: ["personal"] },
      ],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of repeated(parts(manifest, "staticTabs"), "entityId"))
      yield { pointer, values: { found: value }, found: value };
  },
};
