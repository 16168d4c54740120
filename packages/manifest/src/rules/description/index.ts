/** Rules about descriptions (contracts A.3, E.6). */
import { type JsonObject, textAt } from "../../json/json-value.ts";
import { peopleTexts } from "../parts.ts";
import type { Hit, Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

const keys = ["short", "full"] as const;

/** What expressions are run over: no more of a text than may be there, for some of them take the square of its length. */
function description(manifest: JsonObject, key: "short" | "full"): string {
  return (textAt(manifest, "description", key) ?? "").slice(0, 6_000);
}

/** Every place where a description matches, with what matched. */
function* matches(
  { manifest }: Subject,
  expression: RegExp,
  places: readonly ("short" | "full")[] = keys,
): Iterable<Hit> {
  for (const key of places) {
    const found = expression.exec(description(manifest, key))?.[0];
    if (found !== undefined)
      yield { pointer: `/description/${key}`, values: { found, place: `description.${key}` }, found };
  }
}

export const descriptionEmpty: Rule = {
  id: "description/empty",
  severity: "error",
  title: { en: "Both descriptions say something", fr: "Les deux descriptions disent quelque chose" },
  message: { en: "description.{key} is empty.", fr: "description.{key} est vide." },
  why: {
    en: "People decide by the description whether to install.",
    fr: "On décide d'installer d'après la description.",
  },
  fix: {
    en: "Write what the app does for the person who uses it.",
    fr: "Écrivez ce que l'application fait pour qui l'utilise.",
  },
  source: "contracts A.3",
  passes: { manifest: { description: { short: "See and answer Contoso alerts" } } },
  fails: { manifest: { description: { short: "" } } },
  *check({ manifest }) {
    for (const key of keys) {
      if (textAt(manifest, "description", key)?.trim() !== "") continue;
      yield {
        pointer: `/description/${key}`,
        values: { key },
        graph: key === "short" ? "ShortDescriptionCannotBeEmpty" : "FullDescriptionCannotBeEmpty",
      };
    }
  },
};

export const descriptionLength: Rule = {
  id: "description/length",
  severity: "error",
  title: { en: "Descriptions fit", fr: "Les descriptions tiennent" },
  message: {
    en: "description.{key} has {length} characters; {limit} are allowed.",
    fr: "description.{key} compte {length} caractères ; {limit} sont permis.",
  },
  why: {
    en: "Longer text is cut off. Schemas that do not say so are made up for here.",
    fr: "Un texte plus long est coupé. Les schémas qui ne le disent pas sont complétés ici.",
  },
  fix: { en: "Shorten it.", fr: "Raccourcissez-la." },
  source: "contracts A.3, E.1",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "A short description of 81 characters under a schema without that limit.",
      fr: "Une description courte de 81 caractères sous un schéma sans cette limite.",
    },
  },
  *check({ manifest }) {
    for (const [key, limit, graph] of [
      ["short", 80, "ShortDescriptionLengthCheck"],
      ["full", 4000, "FullDescriptionLengthCheck"],
    ] as const) {
      const length = [...(textAt(manifest, "description", key) ?? "")].length;
      if (length > limit)
        yield { pointer: `/description/${key}`, values: { key, length, limit }, graph, expected: `<= ${limit}` };
    }
  },
};

export const sameDescriptions: Rule = {
  id: "description/short-equals-full",
  severity: "warning",
  title: { en: "The two descriptions differ", fr: "Les deux descriptions diffèrent" },
  message: {
    en: "description.short and description.full are the same.",
    fr: "description.short et description.full sont identiques.",
  },
  why: {
    en: "The short one stands in lists, the full one on the app's page, below the short one.",
    fr: "La courte figure dans les listes, la complète sur la page de l'application, sous la courte.",
  },
  fix: {
    en: "Say in description.full what the app does, for whom, and what is needed.",
    fr: "Dites dans description.full ce que fait l'application, pour qui, et ce qu'il faut.",
  },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "See alerts", full: "See alerts" } } },
  *check({ manifest }) {
    const [short, full] = keys.map((key) => textAt(manifest, "description", key)?.trim());
    if (short !== undefined && short !== "" && short === full) yield { pointer: "/description/full" };
  },
};

export const tooManyWords: Rule = {
  id: "description/500-words",
  severity: { organization: "off", store: "error" },
  title: { en: "The full description has at most 500 words", fr: "La description complète a 500 mots au plus" },
  message: {
    en: "description.full has {count} words; 500 are allowed.",
    fr: "description.full compte {count} mots ; 500 sont permis.",
  },
  why: {
    en: "Nobody reads further, and the store does not take more.",
    fr: "Personne ne lit davantage, et le magasin n'en prend pas plus.",
  },
  fix: { en: "Keep what a person needs to decide.", fr: "Gardez ce qu'il faut pour décider." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: {
    manifest: { description: { full: `Alerts ${"and more ".repeat(250)} for help visit https://www.contoso.com` } },
  },
  *check({ manifest }) {
    const count = description(manifest, "full").split(/\s+/).filter(Boolean).length;
    if (count > 500) yield { pointer: "/description/full", values: { count }, expected: "<= 500" };
  },
};

export const abbreviations: Rule = {
  id: "description/abbreviated-microsoft",
  severity: { organization: "off", store: "error" },
  title: { en: "Microsoft is not abbreviated", fr: "Microsoft n'est pas abrégé" },
  message: { en: "{place} says “{found}”.", fr: "{place} dit « {found} »." },
  why: {
    en: "The store asks for the full name: MS and MSFT mean other things to other people.",
    fr: "Le magasin demande le nom complet : MS et MSFT ont d'autres sens ailleurs.",
  },
  fix: { en: "Write “Microsoft Teams” or “Microsoft”.", fr: "Écrivez « Microsoft Teams » ou « Microsoft »." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "Contoso alerts in MS Teams" } } },
  check: (subject) => matches(subject, /\bMS[- ]Teams\b|\bMSFT\b|\bMS\b(?=\s+(Office|365|Outlook))/),
};

export const firstMention: Rule = {
  id: "description/first-mention",
  severity: { organization: "off", store: "warning" },
  title: { en: "The first mention is “Microsoft Teams”", fr: "La première mention est « Microsoft Teams »" },
  message: {
    en: "description.full first says “Teams” without “Microsoft”.",
    fr: "description.full dit d'abord « Teams » sans « Microsoft ».",
  },
  why: {
    en: "After the first full mention, Teams alone is clear.",
    fr: "Après une première mention complète, Teams seul est clair.",
  },
  fix: { en: "Write “Microsoft Teams” the first time.", fr: "Écrivez « Microsoft Teams » la première fois." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { full: "Alerts in Teams. For help visit https://www.contoso.com/support" } } },
  *check({ manifest }) {
    const text = description(manifest, "full");
    const first = /(Microsoft\s+)?\bTeams\b/.exec(text);
    if (first !== null && first[1] === undefined)
      yield { pointer: "/description/full", found: first[0], expected: "Microsoft Teams" };
  },
};

export const office365: Rule = {
  id: "description/office-365",
  severity: { organization: "off", store: "error" },
  title: { en: "It is Microsoft 365", fr: "On dit Microsoft 365" },
  message: { en: "{place} says “{found}”.", fr: "{place} dit « {found} »." },
  why: {
    en: "Office 365 was renamed; the store asks for the current name.",
    fr: "Office 365 a changé de nom ; le magasin demande l'actuel.",
  },
  fix: { en: "Write “Microsoft 365”.", fr: "Écrivez « Microsoft 365 »." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "Alerts for Office 365" } } },
  check: (subject) => matches(subject, /\b(Office|O)\s?365\b/i),
};

export const appSourceLink: Rule = {
  id: "description/appsource-link",
  severity: { organization: "off", store: "error" },
  title: { en: "No links to AppSource", fr: "Pas de liens vers AppSource" },
  message: { en: "{place} links to “{found}”.", fr: "{place} renvoie vers « {found} »." },
  why: {
    en: "A listing that sends people to another listing leaves them where they began.",
    fr: "Une fiche qui renvoie à une autre fiche ramène au point de départ.",
  },
  fix: { en: "Link to your own pages.", fr: "Renvoyez vers vos propres pages." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "See https://appsource.microsoft.com/x" } } },
  check: (subject) => matches(subject, /\b(appsource\.microsoft\.com|marketplace\.microsoft\.com)[^\s]*/i),
};

export const superlatives: Rule = {
  id: "description/superlative",
  severity: { organization: "off", store: "warning" },
  title: { en: "No claims that cannot be checked", fr: "Pas d'affirmations invérifiables" },
  message: { en: "{place} claims “{found}”.", fr: "{place} affirme « {found} »." },
  why: {
    en: "“The best” and “number one” need proof; the store asks to leave them out.",
    fr: "« Le meilleur » et « numéro un » demandent des preuves ; le magasin demande de les retirer.",
  },
  fix: {
    en: "Say what the app does instead of how it ranks.",
    fr: "Dites ce que fait l'application plutôt que son rang.",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "The best alerts in the world" } } },
  check: (subject) =>
    matches(
      subject,
      /\b(the best|world'?s (best|first|leading|number one)|number one|#1|no\. ?1|most (advanced|powerful|popular)|unrivalled|unparalleled|market[- ]leading|world[- ]class)\b/i,
    ),
};

export const comparisons: Rule = {
  id: "description/comparison",
  severity: { organization: "off", store: "warning" },
  title: { en: "No comparison with others", fr: "Pas de comparaison avec d'autres" },
  message: { en: "{place} compares: “{found}”.", fr: "{place} compare : « {found} »." },
  why: { en: "A listing speaks of its own app.", fr: "Une fiche parle de sa propre application." },
  fix: { en: "Leave the comparison out.", fr: "Retirez la comparaison." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "Faster alerts, better than Northwind" } } },
  check: (subject) =>
    matches(subject, /\b(better|faster|cheaper|easier|safer) than\b|\bunlike (other|any)\b|\balternative to\b/i),
};

export const certified: Rule = {
  id: "description/certified",
  severity: { organization: "off", store: "warning" },
  title: { en: "Only certified partners say certified", fr: "Seuls les partenaires certifiés se disent certifiés" },
  message: { en: "{place} says “{found}”.", fr: "{place} dit « {found} »." },
  why: {
    en: "“Certified for” and “powered by” are promises that only certified partners may make.",
    fr: "« Certifié pour » et « propulsé par » sont des promesses réservées aux partenaires certifiés.",
  },
  fix: {
    en: "Leave it out unless you are one; the badge is shown by itself.",
    fr: "Retirez-le si vous ne l'êtes pas ; le badge s'affiche de lui-même.",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "Certified for Microsoft Teams" } } },
  check: (subject) => matches(subject, /\b(certified (for|by)|powered by) (Microsoft|Teams|Azure)[^\s.]*/i),
};

export const helpLink: Rule = {
  id: "description/help-link",
  severity: { organization: "off", store: "warning" },
  title: { en: "The full description says where help is", fr: "La description complète dit où trouver de l'aide" },
  message: {
    en: "description.full has no link or address for help.",
    fr: "description.full n'a ni lien ni adresse d'aide.",
  },
  why: {
    en: "The store asks for a way to get help before installing.",
    fr: "Le magasin demande un moyen d'obtenir de l'aide avant d'installer.",
  },
  fix: {
    en: "End with a sentence such as “For help visit https://…”.",
    fr: "Finissez par une phrase comme « Pour de l'aide : https://… ».",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { full: "Contoso Alerts brings alerts to Microsoft Teams." } } },
  *check({ manifest }) {
    const text = description(manifest, "full");
    if (text !== "" && !/https?:\/\/|\[[^\]]+\]\(|[\w.+-]+@[\w-]+\.\w+/i.test(text))
      yield { pointer: "/description/full" };
  },
};

export const wordApp: Rule = {
  id: "description/word-app",
  severity: { organization: "off", store: "suggestion" },
  title: {
    en: "The short description does without the word “app”",
    fr: "La description courte se passe du mot « app »",
  },
  message: { en: "description.short says “{found}”.", fr: "description.short dit « {found} »." },
  why: {
    en: "Everything in the store is an app; the word takes room from what it does.",
    fr: "Tout dans le magasin est une application ; le mot prend la place de ce qu'elle fait.",
  },
  fix: {
    en: "Begin with a verb: “See”, “Plan”, “Share”.",
    fr: "Commencez par un verbe : « Voir », « Planifier », « Partager ».",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "An app for alerts" } } },
  check: (subject) => matches(subject, /\bapps?\b/i, ["short"]),
};

export const boilerplate: Rule = {
  id: "description/template-text",
  severity: { organization: "suggestion", store: "error" },
  title: { en: "Texts are yours, not the template's", fr: "Les textes sont les vôtres, pas ceux du modèle" },
  message: {
    en: "“{found}” is text that a template left behind.",
    fr: "« {found} » est un texte laissé par un modèle.",
  },
  why: {
    en: "A description that describes the template says nothing about the app.",
    fr: "Une description qui décrit le modèle ne dit rien de l'application.",
  },
  fix: { en: "Write your own text.", fr: "Écrivez votre propre texte." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { full: "Full description for Contoso Alerts" } } },
  *check({ manifest }) {
    for (const { value, pointer } of peopleTexts(manifest)) {
      const found =
        /lorem ipsum|\b(short|full) description (for|of)\b|your (app|company|description) (name|here)|add (your )?description|\bTODO:/i.exec(
          value,
        )?.[0];
      if (found !== undefined) yield { pointer, values: { found }, found };
    }
  },
};

export const markup: Rule = {
  id: "description/markup",
  severity: { organization: "suggestion", store: "warning" },
  title: { en: "Descriptions hold no HTML", fr: "Les descriptions ne contiennent pas de HTML" },
  message: { en: "{place} holds HTML: “{found}”.", fr: "{place} contient du HTML : « {found} »." },
  why: { en: "Tags are shown as they stand.", fr: "Les balises s'affichent telles quelles." },
  fix: { en: "Use plain text or Markdown.", fr: "Utilisez du texte simple ou du Markdown." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "See <b>alerts</b>" } } },
  check: (subject) => matches(subject, /<\/?(b|i|p|br|ul|li|a|div|span|strong|em|h[1-6])(\s[^>]*)?>/i),
};
