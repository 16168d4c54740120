/** Rules about bots (contracts A.3). */
import { listAt, textAt } from "../../json/json-value.ts";
import { guidForm, parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";

const botId = "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55";
const commands = [{ scopes: ["personal"], commands: [{ title: "Help", description: "Show help" }] }];

export const botIdForm: Rule = {
  id: "bot/id-not-guid",
  severity: "error",
  graph: "BotIdIsNotGuid",
  title: { en: "A bot's id is a GUID", fr: "L'identifiant d'un bot est un GUID" },
  message: { en: "botId “{found}” is not a GUID.", fr: "botId « {found} » n'est pas un GUID." },
  why: {
    en: "It is the id under which the bot is registered; nothing else finds it.",
    fr: "C'est l'identifiant sous lequel le bot est enregistré ; rien d'autre ne le trouve.",
  },
  fix: {
    en: "Copy the bot's Microsoft App ID from its registration.",
    fr: "Copiez l'identifiant d'application du bot depuis son inscription.",
  },
  source: "contracts A.3",
  passes: { manifest: { bots: [{ botId, scopes: ["personal"], commandLists: commands }] } },
  fails: {
    words: {
      en: '"botId": "my-bot" under a schema that does not say GUID',
      fr: '"botId": "my-bot" sous un schéma qui ne dit pas GUID',
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "bots")) {
      const found = textAt(value, "botId");
      if (found !== undefined && !guidForm.test(found)) yield { pointer: `${pointer}/botId`, values: { found }, found };
    }
  },
};

export const groupChatBots: Rule = {
  id: "bot/group-chat-before-1-3",
  severity: "error",
  graph: "GroupChatForBotsLessThanV13",
  title: { en: "Bots in group chats need 1.3", fr: "Les bots en conversation de groupe demandent 1.3" },
  message: {
    en: "Manifest {version} does not know the scope groupchat for bots.",
    fr: "Le manifeste {version} ne connaît pas la portée groupchat pour les bots.",
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
    for (const { value, pointer } of parts(manifest, "bots")) {
      const at = listAt(value, "scopes").findIndex((scope) => /^groupchat$/i.test(String(scope)));
      if (at >= 0) yield { pointer: `${pointer}/scopes/${at}`, values: { version } };
    }
  },
};

export const commandTwice: Rule = {
  id: "bot/command-twice",
  severity: "warning",
  title: { en: "A bot's commands differ", fr: "Les commandes d'un bot diffèrent" },
  message: {
    en: "Two commands of one list are called “{found}”.",
    fr: "Deux commandes d'une liste s'appellent « {found} ».",
  },
  why: { en: "In the menu nobody can tell them apart.", fr: "Dans le menu, nul ne les distingue." },
  fix: { en: "Rename or remove one.", fr: "Renommez ou retirez-en une." },
  source: "Parvis",
  passes: { manifest: {} },
  fails: {
    manifest: {
      bots: [
        {
          botId,
          scopes: ["personal"],
          commandLists: [
            {
              scopes: ["personal"],
              commands: [
                { title: "Help", description: "a" },
                { title: "help", description: "b" },
              ],
            },
          ],
        },
      ],
    },
  },
  *check({ manifest }) {
    for (const [bot] of parts(manifest, "bots").entries()) {
      for (const [list] of parts(manifest, "bots", bot, "commandLists").entries()) {
        const all = parts(manifest, "bots", bot, "commandLists", list, "commands");
        for (const { value, pointer } of repeated(all, "title"))
          yield { pointer, values: { found: value }, found: value };
      }
    }
  },
};

export const commandScope: Rule = {
  id: "bot/command-scope",
  severity: "warning",
  title: { en: "Commands are offered where the bot is", fr: "Les commandes sont proposées là où se trouve le bot" },
  message: {
    en: "A command list has the scope “{found}”, which the bot does not have.",
    fr: "Une liste de commandes a la portée « {found} », que le bot n'a pas.",
  },
  why: { en: "Nobody will ever see these commands.", fr: "Personne ne verra jamais ces commandes." },
  fix: {
    en: "Add the scope to the bot, or remove it from the list.",
    fr: "Ajoutez la portée au bot, ou retirez-la de la liste.",
  },
  source: "Parvis",
  passes: { manifest: { bots: [{ botId, scopes: ["personal"], commandLists: commands }] } },
  fails: { manifest: { bots: [{ botId, scopes: ["team"], commandLists: commands }] } },
  *check({ manifest }) {
    for (const [index, { value }] of parts(manifest, "bots").entries()) {
      const own = new Set(listAt(value, "scopes").map((scope) => String(scope).toLowerCase()));
      for (const list of parts(manifest, "bots", index, "commandLists")) {
        for (const [at, scope] of listAt(list.value, "scopes").entries()) {
          const found = String(scope);
          if (!own.has(found.toLowerCase()))
            yield { pointer: `${list.pointer}/scopes/${at}`, values: { found }, found };
        }
      }
    }
  },
};

export const silentBotWithCommands: Rule = {
  id: "bot/notification-only-with-commands",
  severity: "warning",
  title: { en: "A bot that only notifies has no commands", fr: "Un bot qui ne fait que notifier n'a pas de commandes" },
  message: {
    en: "isNotificationOnly is true, and the bot lists commands.",
    fr: "isNotificationOnly vaut true, et le bot liste des commandes.",
  },
  why: {
    en: "People cannot write to such a bot, so no command can be given.",
    fr: "On ne peut pas écrire à un tel bot : aucune commande n'est possible.",
  },
  fix: { en: "Remove commandLists, or isNotificationOnly.", fr: "Retirez commandLists, ou isNotificationOnly." },
  source: "Parvis",
  passes: { manifest: { bots: [{ botId, scopes: ["personal"], isNotificationOnly: true }] } },
  fails: { manifest: { bots: [{ botId, scopes: ["personal"], isNotificationOnly: true, commandLists: commands }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "bots"))
      if (value.isNotificationOnly === true && listAt(value, "commandLists").length > 0)
        yield { pointer: `${pointer}/commandLists` };
  },
};

export const noCommands: Rule = {
  id: "bot/no-commands",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "A bot says what it understands", fr: "Un bot dit ce qu'il comprend" },
  message: { en: "The bot lists no commands.", fr: "Le bot ne liste aucune commande." },
  why: {
    en: "The command menu is how people find out what a bot can do.",
    fr: "Le menu de commandes est le moyen de découvrir ce que fait un bot.",
  },
  fix: {
    en: "Add commandLists with at least a help command.",
    fr: "Ajoutez commandLists avec au moins une commande d'aide.",
  },
  source: "contracts E.6",
  passes: { manifest: { bots: [{ botId, scopes: ["personal"], commandLists: commands }] } },
  fails: { manifest: { bots: [{ botId, scopes: ["personal"] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "bots"))
      if (value.isNotificationOnly !== true && listAt(value, "commandLists").length === 0) yield { pointer };
  },
};

export const videoWithoutCalls: Rule = {
  id: "bot/video-without-calls",
  severity: "suggestion",
  title: { en: "Video comes with calls", fr: "La vidéo va avec les appels" },
  message: {
    en: "supportsVideo is true, and supportsCalling is not.",
    fr: "supportsVideo vaut true, et supportsCalling non.",
  },
  why: {
    en: "Video is part of a call; without calls it is never offered.",
    fr: "La vidéo fait partie d'un appel ; sans appels, elle n'est jamais proposée.",
  },
  fix: { en: "Set supportsCalling to true as well.", fr: "Mettez aussi supportsCalling à true." },
  source: "Parvis",
  passes: {
    manifest: {
      bots: [{ botId, scopes: ["personal"], supportsCalling: true, supportsVideo: true, commandLists: commands }],
    },
  },
  fails: { manifest: { bots: [{ botId, scopes: ["personal"], supportsVideo: true, commandLists: commands }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "bots"))
      if (value.supportsVideo === true && value.supportsCalling !== true) yield { pointer: `${pointer}/supportsVideo` };
  },
};
