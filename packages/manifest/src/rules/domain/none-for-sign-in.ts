import { listAt, textAt, valueAt } from "../../json/json-value.ts";
import { texts } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const domainsWithoutPages: Rule = {
  id: "domain/none-for-sign-in",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "Sign-in through a bot has its domain", fr: "La connexion par un bot a son domaine" },
  message: {
    en: "The app has a bot and an identity, and validDomains does not hold token.botframework.com.",
    fr: "L'application a un bot et une identité, et validDomains ne contient pas token.botframework.com.",
  },
  why: {
    en: "A bot that signs people in with an OAuth card does so through that host.",
    fr: "Un bot qui connecte les gens par une carte OAuth passe par cet hôte.",
  },
  fix: {
    en: "Add “token.botframework.com”, unless the bot signs nobody in.",
    fr: "Ajoutez « token.botframework.com », sauf si le bot ne connecte personne.",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: {
    manifest: {
      bots: [
        {
          botId: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
          scopes: ["personal"],
          commandLists: [{ scopes: ["personal"], commands: [{ title: "Help", description: "Show help" }] }],
        },
      ],
      webApplicationInfo: { id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55", resource: "api://tabs.contoso.com/x" },
    },
  },
  *check({ manifest }) {
    const hasBot = listAt(manifest, "bots").length > 0 && valueAt(manifest, "webApplicationInfo") !== undefined;
    const known = texts(manifest, "validDomains").some(({ value }) => /(^|\.)botframework\.com$/i.test(value));
    if (hasBot && !known && textAt(manifest, "webApplicationInfo", "id") !== undefined)
      yield { pointer: "/validDomains", expected: "token.botframework.com" };
  },
};
