/** What each version of the manifest asks of one that comes from before it (contracts E.1). */
import type { Text } from "../finding.ts";
import { isObject, type JsonObject, listAt, objectAt, textAt } from "../json/json-value.ts";
import type { SchemaVersion } from "../schema/schema-versions.ts";

export interface Notes {
  changed(pointer: string, message: Text): void;
  decide(pointer: string, message: Text): void;
}

export interface Step {
  version: SchemaVersion;
  apply(manifest: JsonObject, notes: Notes): void;
}

/** The scopes of a list's things, each with a way to put another in its place. */
function eachScope(
  manifest: JsonObject,
  list: string,
  visit: (scope: string, at: string, set: (next: string) => void) => void,
): void {
  for (const [index, thing] of listAt(manifest, list).entries()) {
    const scopes = listAt(thing, "scopes");
    for (const [place, scope] of scopes.entries()) {
      visit(String(scope), `/${list}/${index}/scopes/${place}`, (next) => {
        scopes[place] = next;
      });
    }
  }
}

function groupChatSpelling(manifest: JsonObject, notes: Notes): void {
  for (const list of ["bots", "configurableTabs", "staticTabs"]) {
    eachScope(manifest, list, (scope, at, set) => {
      if (scope !== "groupchat") return;
      set("groupChat");
      notes.changed(at, {
        en: "the scope groupchat is now spelt groupChat",
        fr: "la portée groupchat s'écrit désormais groupChat",
      });
    });
  }
  for (const [index, bot] of listAt(manifest, "bots").entries()) {
    if (!isObject(bot)) continue;
    const inner: JsonObject = { lists: bot.commandLists ?? [] };
    eachScope(inner, "lists", (scope, at, set) => {
      if (scope !== "groupchat") return;
      set("groupChat");
      notes.changed(at.replace("/lists", `/bots/${index}/commandLists`), {
        en: "the scope groupchat is now spelt groupChat",
        fr: "la portée groupchat s'écrit désormais groupChat",
      });
    });
  }
}

/** Up to 1.11 resource-specific permissions stood in webApplicationInfo, and only applications could have them. */
function movePermissions(manifest: JsonObject, notes: Notes): void {
  const info = objectAt(manifest, "webApplicationInfo");
  const names = listAt(info, "applicationPermissions").map(String);
  if (info === undefined || info.applicationPermissions === undefined) return;
  delete info.applicationPermissions;
  const known = new Set(
    listAt(manifest, "authorization", "permissions", "resourceSpecific").map((each) => textAt(each, "name")),
  );
  const moved = names.filter((name) => !known.has(name)).map((name) => ({ name, type: "Application" }));
  const permissions = objectAt(manifest, "authorization", "permissions") ?? {};
  manifest.authorization = {
    ...objectAt(manifest, "authorization"),
    permissions: { ...permissions, resourceSpecific: [...listAt(permissions, "resourceSpecific"), ...moved] },
  };
  notes.changed("/authorization/permissions/resourceSpecific", {
    en: `${moved.length} permissions moved from webApplicationInfo.applicationPermissions, with type Application`,
    fr: `${moved.length} autorisations déplacées depuis webApplicationInfo.applicationPermissions, de type Application`,
  });
  if ((textAt(info, "resource") ?? "") === "") {
    notes.decide("/webApplicationInfo/resource", {
      en: "permissions need a resource: write your domain's address",
      fr: "les autorisations demandent une ressource : écrivez l'adresse de votre domaine",
    });
  }
}

export const steps: readonly Step[] = [
  {
    version: "1.11",
    apply(manifest, notes) {
      for (const [index, bot] of listAt(manifest, "bots").entries()) {
        if (!isObject(bot) || bot.supportsPlatform === undefined) continue;
        delete bot.supportsPlatform;
        notes.changed(`/bots/${index}/supportsPlatform`, {
          en: "removed: it has no effect any more",
          fr: "retiré : sans effet désormais",
        });
      }
      if (manifest.supportedPlatforms === undefined) return;
      delete manifest.supportedPlatforms;
      notes.changed("/supportedPlatforms", {
        en: "removed: it has no effect any more",
        fr: "retiré : sans effet désormais",
      });
    },
  },
  { version: "1.12", apply: movePermissions },
  {
    version: "1.17",
    apply(manifest, notes) {
      if (manifest.packageName !== undefined) {
        delete manifest.packageName;
        notes.changed("/packageName", {
          en: "removed: the property is gone",
          fr: "retiré : la propriété n'existe plus",
        });
        notes.decide("/packageName", {
          en: "if anything of yours looks packages up by packageName, it must use id instead",
          fr: "si l'un de vos outils cherche les packages par packageName, il doit utiliser id",
        });
      }
      for (const list of ["configurableTabs", "staticTabs"]) {
        for (const [index, tab] of listAt(manifest, list).entries()) {
          const context = listAt(tab, "context");
          const at = context.indexOf("callingSidePanel");
          if (at < 0) continue;
          context.splice(at, 1);
          notes.changed(`/${list}/${index}/context/${at}`, {
            en: "the context callingSidePanel is gone",
            fr: "le contexte callingSidePanel n'existe plus",
          });
        }
      }
      groupChatSpelling(manifest, notes);
    },
  },
  {
    version: "1.19",
    apply(manifest, notes) {
      if (manifest.copilotExtensions === undefined) return;
      const agents = objectAt(manifest, "copilotExtensions") ?? {};
      const { declarativeCopilots, ...rest } = agents;
      manifest.copilotAgents =
        declarativeCopilots === undefined ? rest : { ...rest, declarativeAgents: declarativeCopilots };
      delete manifest.copilotExtensions;
      notes.changed("/copilotAgents", {
        en: "copilotExtensions is now copilotAgents",
        fr: "copilotExtensions est devenu copilotAgents",
      });
    },
  },
  {
    version: "1.25",
    apply(manifest, notes) {
      const inTeams = ["bots", "configurableTabs", "staticTabs", "connectors"].some((list) =>
        listAt(manifest, list).some((each) => listAt(each, "scopes").includes("team")),
      );
      if (!inTeams || manifest.supportsChannelFeatures !== undefined) return;
      notes.decide("/supportsChannelFeatures", {
        en: 'the app can be added to teams: add "supportsChannelFeatures": "tier1" once it works in shared and private channels',
        fr: 'l\'application s\'ajoute à des équipes : ajoutez "supportsChannelFeatures": "tier1" quand elle marche dans les canaux partagés et privés',
      });
    },
  },
];
