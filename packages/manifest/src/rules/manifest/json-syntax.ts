import type { Rule } from "../rule.ts";

/** What the parser's words mean to somebody who is not one. */
export const syntaxReasons: Readonly<Record<string, { en: string; fr: string }>> = {
  InvalidSymbol: { en: "this is no JSON value", fr: "ceci n'est pas une valeur JSON" },
  InvalidNumberFormat: {
    en: "this number is not written as JSON has it",
    fr: "ce nombre n'est pas écrit comme en JSON",
  },
  PropertyNameExpected: {
    en: "a property name in double quotes should stand here",
    fr: "un nom de propriété entre guillemets doubles est attendu ici",
  },
  ValueExpected: { en: "a value should stand here", fr: "une valeur est attendue ici" },
  ColonExpected: { en: "a colon should stand here", fr: "un deux-points est attendu ici" },
  CommaExpected: { en: "a comma should stand here", fr: "une virgule est attendue ici" },
  CloseBraceExpected: { en: "a closing brace } is missing", fr: "une accolade fermante } manque" },
  CloseBracketExpected: { en: "a closing bracket ] is missing", fr: "un crochet fermant ] manque" },
  EndOfFileExpected: { en: "the manifest has ended before this", fr: "le manifeste est déjà terminé avant ceci" },
  UnexpectedEndOfString: {
    en: "this text is not closed by a double quote on its line",
    fr: "ce texte n'est pas fermé par un guillemet double sur sa ligne",
  },
  UnexpectedEndOfNumber: { en: "this number is not finished", fr: "ce nombre n'est pas terminé" },
  InvalidUnicode: { en: "\\u needs four hexadecimal digits", fr: "\\u demande quatre chiffres hexadécimaux" },
  InvalidEscapeCharacter: {
    en: "JSON knows no such escape after a backslash",
    fr: "JSON ne connaît pas cet échappement après une barre oblique inverse",
  },
  InvalidCharacter: {
    en: "a control character such as a tab or line break stands inside a text",
    fr: "un caractère de contrôle, tabulation ou retour à la ligne, se trouve dans un texte",
  },
};

export const jsonSyntax: Rule = {
  id: "manifest/json-syntax",
  severity: "error",
  graph: "Serialization_FileNotValidJson",
  title: { en: "The manifest is JSON", fr: "Le manifeste est du JSON" },
  message: { en: "{file} is not valid JSON: {reason}.", fr: "{file} n'est pas du JSON valide : {reason}." },
  why: {
    en: "The manifest is read by many programs, and they agree on JSON only as RFC 8259 has it.",
    fr: "Le manifeste est lu par de nombreux programmes, qui ne s'accordent que sur le JSON de la RFC 8259.",
  },
  fix: { en: "Correct the text at this place.", fr: "Corrigez le texte à cet endroit." },
  source: "contracts A.3; RFC 8259",
  passes: { words: { en: '{ "manifestVersion": "1.16" }', fr: '{ "manifestVersion": "1.16" }' } },
  fails: { words: { en: "{ 'manifestVersion': 1.16", fr: "{ 'manifestVersion': 1.16" } },
};
