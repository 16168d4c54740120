import type { MessageFormatElement } from "react-intl";
import { createObservable } from "../observable.ts";
import { remembered, rememberForever } from "../remembered.ts";

/** The languages Parvis speaks. */
export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

type Messages = Readonly<Record<string, string | MessageFormatElement[]>>;
/** The messages of one part of the client, a file a language. */
export type Catalogue = Readonly<Record<Language, () => Promise<{ default: unknown }>>>;

const storageKey = "language";

/** The first of our languages that is asked for, in order of preference; English where none is. */
export function chooseLanguage(stored: string | undefined, preferred: readonly string[]): Language {
  const wanted = [stored ?? "", ...preferred].map((tag) => tag.slice(0, 2).toLowerCase());
  return (
    wanted.map((tag) => languages.find((language) => language === tag)).find((language) => language !== undefined) ??
    "en"
  );
}

/** The language of the screen with the messages loaded so far. */
export const languageState = createObservable<{ language: Language; messages: Messages }>({
  language: chooseLanguage(remembered(storageKey), globalThis.navigator?.languages ?? []),
  messages: {},
});

const catalogues = new Set<Catalogue>();

export function currentLanguage(): Language {
  return languageState.get().language;
}

async function load(language: Language, wanted: Iterable<Catalogue>): Promise<Messages> {
  const parts = await Promise.all(
    [...wanted].map(async (catalogue) => (await catalogue[language]()).default as Messages),
  );
  return Object.assign({}, ...parts);
}

/** Makes the messages of a part available. A route waits for this before it shows the part. */
export async function addCatalogue(catalogue: Catalogue): Promise<void> {
  if (catalogues.has(catalogue)) return;
  const { language } = languageState.get();
  const added = await load(language, [catalogue]);
  // The language may have been switched meanwhile.
  if (currentLanguage() !== language) return await addCatalogue(catalogue);
  catalogues.add(catalogue);
  languageState.set({ language, messages: { ...languageState.get().messages, ...added } });
}

/** Switches the language, here and for the next visit. */
export async function setLanguage(language: Language): Promise<void> {
  rememberForever(storageKey, language);
  languageState.set({ language, messages: await load(language, catalogues) });
}
