import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId, commands } from "./example-bot.ts";

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
