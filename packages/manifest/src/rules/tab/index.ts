/** Rules about tabs (contracts A.3). */
import { listAt, textAt } from "../../json/json-value.ts";
import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";

/** Tabs that Teams itself fills for an app with a bot; it names them, too. */
const reservedTabs = ["conversations", "about"];
const isReserved = (entityId: string | undefined) =>
  entityId !== undefined && reservedTabs.includes(entityId.toLowerCase());

export const tabNameEmpty: Rule = {
  id: "tab/name-empty",
  severity: "error",
  graph: "StaticTabNameCouldNotBeEmpty",
  title: { en: "A personal tab has a name", fr: "Un onglet personnel a un nom" },
  message: { en: "The tab “{entity}” has no name.", fr: "L'onglet « {entity} » n'a pas de nom." },
  why: { en: "The name is what people click.", fr: "Le nom est ce sur quoi l'on clique." },
  fix: { en: "Add “name”.", fr: "Ajoutez « name »." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    manifest: {
      staticTabs: [{ entityId: "alerts", name: "", contentUrl: "https://tabs.contoso.com", scopes: ["personal"] }],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "staticTabs")) {
      const entity = textAt(value, "entityId") ?? "";
      if (
        !isReserved(entity) &&
        (textAt(value, "name") ?? "").trim() === "" &&
        textAt(value, "contentBotId") === undefined
      )
        yield { pointer: `${pointer}/name`, values: { entity } };
    }
  },
};

export const reservedTabName: Rule = {
  id: "tab/reserved-name",
  severity: "error",
  graph: "ReservedStaticTabNameShouldBeNull",
  title: { en: "Teams' own tabs carry no name", fr: "Les onglets de Teams ne portent pas de nom" },
  message: {
    en: "The tab “{entity}” is Teams' own, and names itself; here it is called “{found}”.",
    fr: "L'onglet « {entity} » est celui de Teams et se nomme lui-même ; il est appelé ici « {found} ».",
  },
  why: {
    en: "conversations and about are filled by Teams, in the language of the person.",
    fr: "conversations et about sont remplis par Teams, dans la langue de la personne.",
  },
  fix: { en: "Remove “name”.", fr: "Retirez « name »." },
  source: "contracts A.3",
  passes: { manifest: { staticTabs: [{ entityId: "about", scopes: ["personal"] }] } },
  fails: { manifest: { staticTabs: [{ entityId: "about", name: "About us", scopes: ["personal"] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "staticTabs")) {
      const [entity, found] = [textAt(value, "entityId") ?? "", textAt(value, "name")];
      if (isReserved(entity) && found !== undefined)
        yield { pointer: `${pointer}/name`, values: { entity, found }, found };
    }
  },
};

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

export const tabWithoutPage: Rule = {
  id: "tab/no-content",
  severity: "warning",
  title: { en: "A personal tab has something to show", fr: "Un onglet personnel a quelque chose à montrer" },
  message: {
    en: "The tab “{entity}” has neither contentUrl nor contentBotId.",
    fr: "L'onglet « {entity} » n'a ni contentUrl ni contentBotId.",
  },
  why: { en: "It would open empty.", fr: "Il s'ouvrirait vide." },
  fix: { en: "Add “contentUrl”.", fr: "Ajoutez « contentUrl »." },
  source: "Parvis",
  passes: { manifest: {} },
  fails: { manifest: { staticTabs: [{ entityId: "alerts", name: "Alerts", scopes: ["personal"] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "staticTabs")) {
      const entity = textAt(value, "entityId") ?? "";
      if (!isReserved(entity) && value.contentUrl === undefined && value.contentBotId === undefined)
        yield { pointer, values: { entity } };
    }
  },
};

export const groupChatTabs: Rule = {
  id: "tab/group-chat-before-1-3",
  severity: "error",
  graph: "GroupChatForConfigurableTabsLessThanV13",
  title: { en: "Group chat tabs need 1.3", fr: "Les onglets de conversation demandent 1.3" },
  message: {
    en: "Manifest {version} does not know the scope groupchat for configurable tabs.",
    fr: "Le manifeste {version} ne connaît pas la portée groupchat pour les onglets configurables.",
  },
  why: { en: "Group chats came with 1.3.", fr: "Les conversations de groupe sont venues avec 1.3." },
  fix: { en: "Raise manifestVersion, or remove the scope.", fr: "Augmentez manifestVersion, ou retirez la portée." },
  source: "contracts A.3, E.1",
  passes: { manifest: {} },
  fails: {
    words: { en: '"scopes": ["groupchat"] in a manifest of 1.2', fr: '"scopes": ["groupchat"] dans un manifeste 1.2' },
  },
  *check({ manifest, version }) {
    if (!["1.0", "1.1", "1.2"].includes(version)) return;
    for (const { value, pointer } of parts(manifest, "configurableTabs")) {
      const at = listAt(value, "scopes").findIndex((scope) => /^groupchat$/i.test(String(scope)));
      if (at >= 0) yield { pointer: `${pointer}/scopes/${at}`, values: { version } };
    }
  },
};

export const cannotUpdate: Rule = {
  id: "tab/configuration-cannot-change",
  severity: "suggestion",
  title: { en: "A configurable tab can be configured again", fr: "Un onglet configurable peut être reconfiguré" },
  message: {
    en: "canUpdateConfiguration is false: a tab set up wrongly must be removed and added again.",
    fr: "canUpdateConfiguration vaut false : un onglet mal configuré doit être retiré puis ajouté.",
  },
  why: {
    en: "Removing a tab loses its place, its name and its conversation.",
    fr: "Retirer un onglet perd sa place, son nom et sa conversation.",
  },
  fix: { en: "Set canUpdateConfiguration to true.", fr: "Mettez canUpdateConfiguration à true." },
  source: "Parvis",
  passes: {
    manifest: {
      configurableTabs: [
        { configurationUrl: "https://tabs.contoso.com/c", canUpdateConfiguration: true, scopes: ["team"] },
      ],
    },
  },
  fails: {
    manifest: {
      configurableTabs: [
        { configurationUrl: "https://tabs.contoso.com/c", canUpdateConfiguration: false, scopes: ["team"] },
      ],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "configurableTabs"))
      if (value.canUpdateConfiguration === false) yield { pointer: `${pointer}/canUpdateConfiguration` };
  },
};

export const dashboardTwice: Rule = {
  id: "tab/dashboard-card-twice",
  severity: "error",
  graph: "DashboardCardEntityIdsAreNotUnique",
  title: { en: "Every dashboard card has an id of its own", fr: "Chaque carte de tableau de bord a son identifiant" },
  message: {
    en: "Two dashboard cards have the id “{found}”.",
    fr: "Deux cartes de tableau de bord ont l'identifiant « {found} ».",
  },
  why: { en: "A card is stored by its id.", fr: "Une carte est enregistrée par son identifiant." },
  fix: { en: "Give one of them another id.", fr: "Donnez à l'une un autre identifiant." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "Two entries of dashboardCards with the same id.",
      fr: "Deux entrées de dashboardCards avec le même id.",
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of repeated(parts(manifest, "dashboardCards"), "id"))
      yield { pointer, values: { found: value }, found: value };
  },
};

export const dashboardIcons: Rule = {
  id: "tab/dashboard-card-two-icons",
  severity: "error",
  graph: "DashboardCardBothIconNameAndUrlPresent",
  title: { en: "A dashboard card has one icon", fr: "Une carte de tableau de bord a une icône" },
  message: {
    en: "The card has both iconUrl and officeUIFabricIconName.",
    fr: "La carte a à la fois iconUrl et officeUIFabricIconName.",
  },
  why: { en: "Only one can be drawn.", fr: "Une seule peut être dessinée." },
  fix: { en: "Keep one of the two.", fr: "Gardez l'une des deux." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "A card with iconUrl and officeUIFabricIconName.",
      fr: "Une carte avec iconUrl et officeUIFabricIconName.",
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "dashboardCards")) {
      if (
        textAt(value, "icon", "iconUrl") !== undefined &&
        textAt(value, "icon", "officeUIFabricIconName") !== undefined
      )
        yield { pointer: `${pointer}/icon` };
    }
  },
};
