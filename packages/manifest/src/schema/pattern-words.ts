/** The official patterns in words, so that nobody has to read a regular expression to mend a manifest. */
import type { Text } from "../finding.ts";

interface Form {
  form: Text;
  example: string;
}

const guid: Form = {
  form: { en: "a GUID", fr: "un GUID" },
  example: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
};

const known: readonly (readonly [string, Form])[] = [
  ["^[0-9a-fA-F]{8}-", guid],
  [
    "^[Hh][Tt][Tt][Pp][Ss]?://",
    {
      form: { en: "an address that begins with https://", fr: "une adresse qui commence par https://" },
      example: "https://www.contoso.com/privacy",
    },
  ],
  [
    "^[Hh][Tt][Tt][Pp][Ss]://",
    { form: { en: "an https:// address", fr: "une adresse https://" }, example: "https://www.contoso.com/privacy" },
  ],
  [
    "^#[0-9a-fA-F]{6}$",
    {
      form: { en: "a colour of six hexadecimal digits", fr: "une couleur de six chiffres hexadécimaux" },
      example: "#4F6BED",
    },
  ],
  [
    "^([0-9]|[1-9]+[0-9]*)\\.",
    { form: { en: "a version of three numbers", fr: "une version de trois nombres" }, example: "1.0.0" },
  ],
  ["^[A-Za-z0-9]{1,8}(-", { form: { en: "a language tag", fr: "une étiquette de langue" }, example: "fr-FR" }],
  [
    "^((([0-9]*\\.)?[0-9]+)|",
    {
      form: {
        en: "a number of pixels, or small, medium or large",
        fr: "un nombre de pixels, ou small, medium ou large",
      },
      example: "medium",
    },
  ],
  [
    "^(?![nN][uU][lL]{2}$)",
    { form: { en: "a text other than “null”", fr: "un texte autre que « null »" }, example: "https://contoso.com" },
  ],
  [
    "^[A-Za-z][A-Za-z0-9._]*$",
    {
      form: {
        en: "a name of letters, digits, dots and underscores",
        fr: "un nom de lettres, chiffres, points et tirets bas",
      },
      example: "Contoso.Add",
    },
  ],
  [
    "^[A-Za-z0-9-_+]+$",
    {
      form: { en: "a name of letters, digits, - _ and +", fr: "un nom de lettres, chiffres, - _ et +" },
      example: "Ctrl+Shift+A",
    },
  ],
  ["^[A-Z0-9]+$", { form: { en: "capital letters and digits", fr: "des majuscules et des chiffres" }, example: "A1" }],
];

/** A pattern in words with an example; the pattern itself where we have no words for it. */
export function patternInWords(pattern: string): Form {
  const entry = known.find(([start]) => pattern.startsWith(start));
  return (
    entry?.[1] ?? { form: { en: `a text that matches ${pattern}`, fr: `un texte conforme à ${pattern}` }, example: "—" }
  );
}
