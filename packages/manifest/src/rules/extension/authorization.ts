/** How an API-based message extension signs in: each way has its own settings and none of the others' (contracts A.3). */
import { type JsonObject, objectAt, textAt, valueAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Hit, Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { isApiBased } from "./extension-kind.ts";

interface SignIn {
  type: string;
  settings: JsonObject;
  pointer: string;
}

function signIns({ manifest }: Subject): SignIn[] {
  return parts(manifest, "composeExtensions").flatMap(({ value, pointer }) => {
    const settings = objectAt(value, "authorization");
    if (settings === undefined || !isApiBased(value)) return [];
    return [{ type: textAt(settings, "authType") ?? "none", settings, pointer: `${pointer}/authorization` }];
  });
}

const extension = (authorization: JsonObject) => ({
  manifest: {
    composeExtensions: [
      { composeExtensionType: "apiBased", apiSpecificationFile: "api.json", authorization, commands: [] },
    ],
  },
});

interface Fault {
  graph: string;
  /** What is wrong, in the middle of the message. */
  en: string;
  fr: string;
  at?: string;
}

const secret = "apiSecretServiceAuthConfiguration";
const entra = "microsoftEntraConfiguration";

/** Each line is one code of Graph's. */
function* faultsOf({ type, settings }: SignIn, manifest: JsonObject): Iterable<Fault> {
  const has = (name: string) => settings[name] !== undefined;
  if (type === "none" && (has(secret) || has(entra)))
    yield {
      graph: "NoAuthTypeComposeExtensionContainsAuthConfiguration",
      en: "none, and settings for signing in are there",
      fr: "none, et des réglages de connexion sont présents",
    };
  if (type === "apiSecretServiceAuth") {
    const prefix = "ApiSecretServiceAuthTypeComposeExtension";
    if (has(entra))
      yield {
        graph: `${prefix}ContainsMsftEntraConfiguration`,
        en: `${type}, and ${entra} is there`,
        fr: `${type}, et ${entra} est présent`,
        at: entra,
      };
    if (!has(secret))
      yield {
        graph: `${prefix}ContainsNoApiSecretServiceAuthConfiguration`,
        en: `${type}, and ${secret} is missing`,
        fr: `${type}, et ${secret} manque`,
      };
    else if ((textAt(settings, secret, "apiSecretRegistrationId") ?? "") === "")
      yield {
        graph: `${prefix}ContainsNoApiSecretRegistrationId`,
        en: `${type}, and apiSecretRegistrationId is missing`,
        fr: `${type}, et apiSecretRegistrationId manque`,
        at: secret,
      };
  }
  if (type === "microsoftEntra") {
    const prefix = "MsftEntraAuthTypeComposeExtension";
    if (has(secret))
      yield {
        graph: `${prefix}ContainsApiSecretServiceConfiguration`,
        en: `${type}, and ${secret} is there`,
        fr: `${type}, et ${secret} est présent`,
        at: secret,
      };
    if (!has(entra))
      yield {
        graph: `${prefix}ContainsNoMsftEntraConfiguration`,
        en: `${type}, and ${entra} is missing`,
        fr: `${type}, et ${entra} manque`,
      };
    else if (valueAt(settings, entra, "supportsSingleSignOn") === false)
      yield {
        graph: `${prefix}SupportsSingleSignOnFalse`,
        en: `${type}, and supportsSingleSignOn is false`,
        fr: `${type}, et supportsSingleSignOn vaut false`,
        at: `${entra}/supportsSingleSignOn`,
      };
    const identity =
      textAt(manifest, "webApplicationInfo", "id") !== undefined &&
      (textAt(manifest, "webApplicationInfo", "resource") ?? "") !== "";
    if (!identity)
      yield {
        graph: `${prefix}WebApplicationInfoOrResourceNotDefined`,
        en: `${type}, and webApplicationInfo lacks id or resource`,
        fr: `${type}, et webApplicationInfo n'a pas id ou resource`,
      };
  }
}

export const extensionSignIn: Rule = {
  id: "extension/sign-in-settings",
  severity: "error",
  title: {
    en: "Settings for signing in fit the way of signing in",
    fr: "Les réglages de connexion conviennent au mode de connexion",
  },
  message: { en: "authType is {fault}.", fr: "authType vaut {fault}." },
  why: {
    en: "Teams takes the one set of settings that belongs to authType; others point to a mistake, and none means that nobody gets in.",
    fr: "Teams prend les réglages propres à authType ; d'autres trahissent une erreur, et aucun n'ouvre la porte à personne.",
  },
  fix: {
    en: "Keep the settings of one way of signing in, complete.",
    fr: "Gardez les réglages d'un seul mode, complets.",
  },
  source: "contracts A.3",
  passes: extension({ authType: "none" }),
  fails: extension({ authType: "apiSecretServiceAuth" }),
  *check(subject): Iterable<Hit> {
    for (const signIn of signIns(subject)) {
      for (const { graph, en, fr, at } of faultsOf(signIn, subject.manifest)) {
        yield {
          pointer: at === undefined ? signIn.pointer : `${signIn.pointer}/${at}`,
          graph,
          values: { fault: { en, fr } },
        };
      }
    }
  },
};
