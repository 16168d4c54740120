import { listAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId } from "./example-extension.ts";

export const emptyExtension: Rule = {
  id: "extension/empty",
  severity: "warning",
  title: { en: "A message extension does something", fr: "Une extension de message fait quelque chose" },
  message: {
    en: "The extension has neither commands nor message handlers.",
    fr: "L'extension n'a ni commandes ni gestionnaires de messages.",
  },
  why: {
    en: "It adds a button to the message box that leads nowhere.",
    fr: "Elle ajoute à la zone de message un bouton qui ne mène nulle part.",
  },
  fix: {
    en: "Add a command or a link handler, or remove the extension.",
    fr: "Ajoutez une commande ou un gestionnaire de liens, ou retirez l'extension.",
  },
  source: "Parvis",
  passes: {
    manifest: {
      composeExtensions: [{ botId, commands: [{ id: "a", title: "A", parameters: [{ name: "q", title: "Q" }] }] }],
    },
  },
  fails: { manifest: { composeExtensions: [{ botId, commands: [] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "composeExtensions")) {
      if (listAt(value, "commands").length === 0 && listAt(value, "messageHandlers").length === 0) yield { pointer };
    }
  },
};
