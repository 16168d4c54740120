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

/** Tags of the languages that this browser asks for, in order of preference. */
function preferredTags(): readonly string[] {
  return globalThis.navigator?.languages ?? [];
}

/**
 * The tag that dates and numbers are written by: the browser's own region where it speaks the screen's language, so that
 * en-GB reads 21 Nov and en-US Nov 21; the bare language elsewhere.
 */
export function chooseRegion(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.split("-")[0]?.toLowerCase() === language && isLocale(tag)) ?? language;
}

/** Browsers have been seen to list tags that are none, such as en-US@posix. */
function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** The language of the screen with the messages loaded so far. */
export const languageState = createObservable<{ language: Language; messages: Messages }>({
  language: chooseLanguage(remembered(storageKey), preferredTags()),
  messages: {},
});

const catalogues = new Set<Catalogue>();

export function currentLanguage(): Language {
  return languageState.get().language;
}

/** The tag that dates and numbers of the screen are written by. */
export function currentRegion(language: Language): string {
  return chooseRegion(language, preferredTags());
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
