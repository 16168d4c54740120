import { base64Of } from "../../shared/parts/picture-file.ts";
import type { Customization } from "./customization-query.ts";

export type TextName = keyof Customization["publisher"];
export type IconName = Customization["overriddenIcons"][number];
export type CustomizationFault = "tooLong" | "link" | "color";

/** In the order of the form. */
export const textNames = [
  "shortName",
  "shortDescription",
  "fullDescription",
  "websiteUrl",
  "privacyUrl",
  "termsOfUseUrl",
  "accentColor",
] as const satisfies readonly TextName[];
export const iconNames = ["colorIcon", "outlineIcon"] as const satisfies readonly IconName[];

/** As the server takes them. */
export const mostLetters: Partial<Record<TextName, number>> = {
  shortName: 30,
  shortDescription: 80,
  fullDescription: 4_000,
};
/** Of each icon, in pixels. */
export const iconSides: Record<IconName, number> = { colorIcon: 192, outlineIcon: 32 };
const longestLink = 2_048;

/** What somebody has changed and not published; nothing else, so that what others publish meanwhile stays theirs. */
export interface CustomizationDraft {
  readonly texts: { readonly [Name in TextName]?: string };
  /** A `data:` URL; null for the publisher's. */
  readonly icons: { readonly [Name in IconName]?: string | null };
  /** Of what it was made on top of. */
  readonly etag: string;
}

/** As everybody sees it now. */
export function textInForce({ overrides, publisher }: Customization, name: TextName): string {
  return overrides[name] ?? publisher[name];
}

/** Whether publishing would change anything. */
export function changesAnything({ texts, icons }: CustomizationDraft, now: Customization): boolean {
  const text = textNames.some((name) => {
    const wanted = texts[name]?.trim();
    return wanted !== undefined && (wanted || now.publisher[name]) !== textInForce(now, name);
  });
  return (
    text ||
    iconNames.some((name) => {
      const wanted = icons[name];
      return wanted === null ? now.overriddenIcons.includes(name) : wanted !== undefined;
    })
  );
}

function isSafeLink(value: string): boolean {
  return value.length <= longestLink && URL.canParse(value) && new URL(value).protocol === "https:";
}

/** What the server would refuse. Nothing at all is the publisher's, and always right. */
export function faultOf(name: TextName, value: string): CustomizationFault | undefined {
  const text = value.trim();
  if (text === "") return undefined;
  const most = mostLetters[name];
  if (most !== undefined) return text.length > most ? "tooLong" : undefined;
  if (name === "accentColor") return /^#[0-9a-f]{6}$/i.test(text) ? undefined : "color";
  return isSafeLink(text) ? undefined : "link";
}

/** A draft as the server takes it: what is empty, or the same as the publisher's, is the publisher's. */
export function wantedOf({ texts, icons }: CustomizationDraft, { publisher }: Customization) {
  const wantedTexts = Object.entries(texts).map(([name, value]) => {
    const text = value.trim();
    return [name, text === "" || text === publisher[name as TextName] ? null : text] as const;
  });
  const wantedIcons = Object.entries(icons).map(
    ([name, icon]) => [name, icon === null ? null : base64Of(icon)] as const,
  );
  return {
    ...(wantedTexts.length > 0 && { texts: Object.fromEntries(wantedTexts) }),
    ...Object.fromEntries(wantedIcons),
  };
}
