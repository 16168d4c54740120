import { type CardPhrases, englishPhrases } from "../phrases.ts";

export type MailLanguage = "en" | "fr";

/** The words that a mail adds to a card. */
export interface MailPhrases {
  /** Of the buttons that work only where the card is shown; `link` says whether one leads there. */
  readonly onlyThere: (titles: string, link: boolean) => string;
  readonly openChannel: string;
  readonly why: (author: string, team: string | null) => string;
  readonly unsubscribe: string;
  /** Between a label and what it labels. */
  readonly colon: string;
  readonly picture: string;
  readonly card: CardPhrases;
}

const english: MailPhrases = {
  onlyThere: (titles, link) =>
    `${titles}: ${link ? "open the channel to use this." : "this cannot be used in a mail."}`,
  openChannel: "Open the channel",
  why: (author, team) =>
    team === null
      ? `You get this mail because ${author} sends its cards to this address.`
      : `You get this mail because ${author} sends its cards to the team ${team}.`,
  unsubscribe: "Unsubscribe",
  colon: ": ",
  picture: "Picture",
  card: englishPhrases,
};

const french: MailPhrases = {
  onlyThere: (titles, link) =>
    `${titles}\u00a0: ${link ? "ouvrez le canal pour vous en servir." : "ne peut pas servir dans un message."}`,
  openChannel: "Ouvrir le canal",
  why: (author, team) =>
    team === null
      ? `Vous recevez ce message parce que ${author} envoie ses cartes à cette adresse.`
      : `Vous recevez ce message parce que ${author} envoie ses cartes à l’équipe ${team}.`,
  unsubscribe: "Se désabonner",
  colon: "\u00a0: ",
  picture: "Image",
  card: {
    "unsafe-link": "Ce bouton n’a pas d’adresse que l’on puisse ouvrir sans risque.",
    "outlook-only": "Ce bouton ne fonctionne que dans Outlook.",
    "no-receiver": "L’expéditeur de cette carte n’a pas donné d’adresse pour les réponses.",
    "unknown-action": "Ce bouton est d’un type inconnu.",
    inputRequired: "À remplir.",
    time: "Heure",
  },
};

export const mailPhrases: Record<MailLanguage, MailPhrases> = { en: english, fr: french };
