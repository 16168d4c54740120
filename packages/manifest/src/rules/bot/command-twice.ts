import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId } from "./example-bot.ts";

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
