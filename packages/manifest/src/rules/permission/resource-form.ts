import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { id } from "./example-permission.ts";

export const resourceForm: Rule = {
  id: "permission/resource-form",
  severity: "suggestion",
  title: { en: "The resource is an address", fr: "La ressource est une adresse" },
  message: {
    en: "webApplicationInfo.resource “{found}” is neither an api:// nor an https:// address.",
    fr: "webApplicationInfo.resource « {found} » n'est ni une adresse api:// ni https://.",
  },
  why: {
    en: "Single sign-on asks for a token for this address, which the registration must expose.",
    fr: "L'authentification unique demande un jeton pour cette adresse, que l'inscription doit exposer.",
  },
  fix: {
    en: "Copy the Application ID URI of the registration, such as api://tabs.contoso.com/{id}.",
    fr: "Copiez l'URI d'ID d'application de l'inscription, comme api://tabs.contoso.com/{id}.",
  },
  source: "contracts E.6",
  passes: { manifest: { webApplicationInfo: { id, resource: `api://tabs.contoso.com/${id}` } } },
  fails: { manifest: { webApplicationInfo: { id, resource: "contoso" } } },
  *check({ manifest }) {
    const found = textAt(manifest, "webApplicationInfo", "resource");
    if (found !== undefined && found !== "" && !/^(api|https):\/\/./i.test(found))
      yield {
        pointer: "/webApplicationInfo/resource",
        values: { found, id: textAt(manifest, "webApplicationInfo", "id") ?? "" },
        found,
      };
  },
};
