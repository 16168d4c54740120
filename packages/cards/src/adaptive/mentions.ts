import { type JsonObject, objectsOf, property, textOf } from "../json.ts";

/** What stands in the texts of a card for the people it mentions, and the names to show. */
export type Mentions = Map<string, string>;

/** The mention entities of a card (`msteams.entities`, contracts.md D.7): `<at>Adele UPN</at>` is Adele Vance. */
export function mentionsOf(card: JsonObject): Mentions {
  const mentions: Mentions = new Map();
  for (const host of objectsOf(card.msteams)) {
    for (const entity of objectsOf(property(host, "entities"))) {
      const text = textOf(property(entity, "text"));
      const [mentioned] = objectsOf(property(entity, "mentioned"));
      const name = mentioned === undefined ? "" : textOf(property(mentioned, "name"));
      if (text.startsWith("<at>") && name !== "") mentions.set(text, name);
    }
  }
  return mentions;
}

/** A text with names in place of mentions. One nobody declared shows the name between its marks. */
export function withNames(text: string, mentions: Mentions): string {
  if (!text.includes("<at>")) return text;
  return text.replace(/<at>([^<]*)<\/at>/g, (found: string, inner: string) => mentions.get(found) ?? inner);
}
