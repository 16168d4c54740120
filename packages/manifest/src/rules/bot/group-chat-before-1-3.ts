import { groupChatBefore13 } from "../group-chat-scope.ts";
import type { Rule } from "../rule.ts";

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
  check: (context) => groupChatBefore13(context, "bots"),
};
