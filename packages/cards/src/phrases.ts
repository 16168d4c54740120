/** Why a button is shown but cannot be pressed. */
export type UnavailableReason =
  /** Its address is missing or must not be followed. */
  | "unsafe-link"
  /** It needs Outlook (InvokeAddInCommand, Transaction; contracts.md D.3). */
  | "outlook-only"
  /** It sends an answer, and neither the card nor its connector says where to. */
  | "no-receiver"
  /** Its type is none of contracts.md D.3. */
  | "unknown-action";

/** The words that conversion adds to a card; a client passes them in the reader's language. */
export interface CardPhrases extends Record<UnavailableReason, string> {
  /** Shown under an input that must be filled in. */
  inputRequired: string;
  /** Label of the time half of a date input that includes time. */
  time: string;
}

export const englishPhrases: CardPhrases = {
  "unsafe-link": "This button has no address that can be opened safely.",
  "outlook-only": "This button works in Outlook only.",
  "no-receiver": "The sender of this card named no address for answers.",
  "unknown-action": "This button is of an unknown kind.",
  inputRequired: "Fill this in.",
  time: "Time",
};
