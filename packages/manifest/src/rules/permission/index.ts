/** Rules about what an app may do (contracts E.1, E.6). */
import { listAt, textAt } from "../../json/json-value.ts";
import { atLeast } from "../../schema/schema-versions.ts";
import { parts, texts } from "../parts.ts";
import type { Rule } from "../rule.ts";

const at = ["authorization", "permissions", "resourceSpecific"] as const;
const id = "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55";
const rsc = (...list: { name: string; type: string }[]) => ({
  authorization: { permissions: { resourceSpecific: list } },
  webApplicationInfo: { id, resource: "https://tabs.contoso.com" },
});
const read = { name: "ChannelMessage.Read.Group", type: "Application" };

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

export const permissionForm: Rule = {
  id: "permission/unknown-form",
  severity: "warning",
  title: {
    en: "Resource-specific permissions end in what they are for",
    fr: "Les autorisations ciblées finissent par leur cible",
  },
  message: {
    en: "“{found}” does not have the form Thing.Verb.Group, .Chat or .User.",
    fr: "« {found} » n'a pas la forme Chose.Verbe.Group, .Chat ou .User.",
  },
  why: {
    en: "A Graph scope such as Mail.Read is asked for at sign-in, not in the manifest.",
    fr: "Une étendue Graph comme Mail.Read se demande à la connexion, non dans le manifeste.",
  },
  fix: {
    en: "Use a resource-specific permission such as ChannelMessage.Read.Group.",
    fr: "Utilisez une autorisation ciblée comme ChannelMessage.Read.Group.",
  },
  source: "contracts E.1",
  passes: { manifest: rsc(read) },
  fails: { manifest: rsc({ name: "Mail.Read", type: "Delegated" }) },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, ...at)) {
      const found = textAt(value, "name") ?? "";
      if (!/^[A-Za-z]+(\.[A-Za-z]+)+\.(Group|Chat|User|Tenant)$/.test(found))
        yield { pointer: `${pointer}/name`, values: { found }, found };
    }
  },
};

export const permissionWithoutIdentity: Rule = {
  id: "permission/no-identity",
  severity: "warning",
  title: { en: "Who asks for permissions has an identity", fr: "Qui demande des autorisations a une identité" },
  message: {
    en: "The app asks for resource-specific permissions and has no webApplicationInfo.id.",
    fr: "L'application demande des autorisations ciblées et n'a pas de webApplicationInfo.id.",
  },
  why: {
    en: "Permissions are granted to an app registration, which is named there.",
    fr: "Les autorisations vont à une inscription d'application, nommée là.",
  },
  fix: {
    en: "Add webApplicationInfo with the registration's id and a resource.",
    fr: "Ajoutez webApplicationInfo avec l'identifiant de l'inscription et une ressource.",
  },
  source: "contracts E.1",
  passes: { manifest: rsc(read) },
  fails: { manifest: { authorization: { permissions: { resourceSpecific: [read] } } } },
  *check({ manifest }) {
    if (listAt(manifest, ...at).length > 0 && textAt(manifest, "webApplicationInfo", "id") === undefined)
      yield { pointer: `/${at.join("/")}` };
  },
};

export const permissionWithoutResource: Rule = {
  id: "permission/no-resource",
  severity: "warning",
  title: {
    en: "Resource-specific permissions need a resource",
    fr: "Les autorisations ciblées demandent une ressource",
  },
  message: {
    en: "webApplicationInfo.resource is missing or empty.",
    fr: "webApplicationInfo.resource manque ou est vide.",
  },
  why: {
    en: "Teams refuses resource-specific consent without it, whatever its value.",
    fr: "Teams refuse le consentement ciblé sans elle, quelle que soit sa valeur.",
  },
  fix: { en: 'Add "resource": "https://your-domain".', fr: 'Ajoutez "resource": "https://votre-domaine".' },
  source: "contracts E.1",
  passes: { manifest: rsc(read) },
  fails: { manifest: { ...rsc(read), webApplicationInfo: { id } } },
  *check({ manifest }) {
    const asks =
      listAt(manifest, ...at).length > 0 || listAt(manifest, "webApplicationInfo", "applicationPermissions").length > 0;
    const hasId = textAt(manifest, "webApplicationInfo", "id") !== undefined;
    if (asks && hasId && (textAt(manifest, "webApplicationInfo", "resource") ?? "").trim() === "")
      yield { pointer: "/webApplicationInfo/resource" };
  },
};

export const movedPermissions: Rule = {
  id: "permission/moved",
  severity: "warning",
  title: {
    en: "Permissions stand in authorization since 1.12",
    fr: "Les autorisations sont dans authorization depuis 1.12",
  },
  message: {
    en: "webApplicationInfo.applicationPermissions is read up to 1.11 only.",
    fr: "webApplicationInfo.applicationPermissions n'est lu que jusqu'à 1.11.",
  },
  why: {
    en: "From 1.12 on the permissions in it are not granted.",
    fr: "Dès 1.12, les autorisations qu'il contient ne sont pas accordées.",
  },
  fix: {
    en: "Move them to authorization.permissions.resourceSpecific; `parvis upgrade` does.",
    fr: "Déplacez-les dans authorization.permissions.resourceSpecific ; `parvis upgrade` le fait.",
  },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "applicationPermissions in a manifest of 1.12 whose schema lets it pass.",
      fr: "applicationPermissions dans un manifeste 1.12 dont le schéma le laisse passer.",
    },
  },
  *check({ manifest, version }) {
    if (atLeast(version, "1.12") && listAt(manifest, "webApplicationInfo", "applicationPermissions").length > 0)
      yield { pointer: "/webApplicationInfo/applicationPermissions" };
  },
};

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

export const identityZero: Rule = {
  id: "permission/identity-zero",
  severity: { organization: "warning", store: "error" },
  title: { en: "The app registration exists", fr: "L'inscription d'application existe" },
  message: { en: "webApplicationInfo.id is all zeros.", fr: "webApplicationInfo.id n'est fait que de zéros." },
  why: {
    en: "No registration has this id, so nobody can sign in.",
    fr: "Aucune inscription n'a cet identifiant : personne ne peut se connecter.",
  },
  fix: {
    en: "Write the registration's id, or remove webApplicationInfo.",
    fr: "Écrivez l'identifiant de l'inscription, ou retirez webApplicationInfo.",
  },
  source: "contracts E.6",
  passes: { manifest: { webApplicationInfo: { id, resource: "api://tabs.contoso.com/x" } } },
  fails: {
    manifest: {
      webApplicationInfo: { id: "00000000-0000-0000-0000-000000000000", resource: "api://tabs.contoso.com/x" },
    },
  },
  *check({ manifest }) {
    if (/^[0-]+$/.test(textAt(manifest, "webApplicationInfo", "id") ?? "x"))
      yield { pointer: "/webApplicationInfo/id" };
  },
};

export const oldPermissions: Rule = {
  id: "permission/members-without-reason",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "messageTeamMembers is asked for by a bot", fr: "messageTeamMembers est demandé par un bot" },
  message: {
    en: "The app asks to message team members and has no bot or connector that could.",
    fr: "L'application demande d'écrire aux membres et n'a ni bot ni connecteur qui le puisse.",
  },
  why: {
    en: "People are asked to allow something that nothing in the app does.",
    fr: "On demande de permettre ce que rien dans l'application ne fait.",
  },
  fix: { en: "Remove messageTeamMembers from permissions.", fr: "Retirez messageTeamMembers de permissions." },
  source: "contracts E.6",
  passes: { manifest: { permissions: ["identity"] } },
  fails: { manifest: { permissions: ["messageTeamMembers"] } },
  *check({ manifest }) {
    const acts =
      listAt(manifest, "bots").length +
        listAt(manifest, "connectors").length +
        listAt(manifest, "composeExtensions").length >
      0;
    for (const { value, pointer } of texts(manifest, "permissions"))
      if (value === "messageTeamMembers" && !acts) yield { pointer };
  },
};
