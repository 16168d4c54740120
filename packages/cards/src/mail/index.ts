export { type CardMail, type MailCard, mailOf } from "./mail-of.ts";
export { type MailLanguage, type MailPhrases, mailPhrases } from "./phrases.ts";
