import type { TeamsManifest } from "@parvis/manifest";

/** What administrators may put in place of the publisher's (contracts.md B.7), by the manifest's name for it. */
export const textProperties = {
  name: "shortName",
  shortDescription: "shortDescription",
  longDescription: "fullDescription",
  developerUrl: "websiteUrl",
  privacyUrl: "privacyUrl",
  termsOfUseUrl: "termsOfUseUrl",
  accentColor: "accentColor",
} as const;
export type TextOverride = (typeof textProperties)[keyof typeof textProperties];
export const iconProperties = { largeImageUrl: "colorIcon", smallImageUrl: "outlineIcon" } as const;
export type IconOverride = (typeof iconProperties)[keyof typeof iconProperties];

export type TextOverrides = Partial<Record<TextOverride, string>>;

/** Side of each icon in pixels. */
export const iconSides: Record<IconOverride, number> = { colorIcon: 192, outlineIcon: 32 };

/** What the manifest lets administrators override. */
export function overridable(configurable: readonly string[]): Set<TextOverride | IconOverride> {
  const known: Readonly<Record<string, TextOverride | IconOverride>> = { ...textProperties, ...iconProperties };
  return new Set(configurable.flatMap((property) => known[property] ?? []));
}

/** What the publisher says, in the same words. */
export function publishersTexts({ name, description, developer, accentColor }: TeamsManifest): Required<TextOverrides> {
  return {
    shortName: name?.short ?? "",
    shortDescription: description?.short ?? "",
    fullDescription: description?.full ?? "",
    websiteUrl: developer?.websiteUrl ?? "",
    privacyUrl: developer?.privacyUrl ?? "",
    termsOfUseUrl: developer?.termsOfUseUrl ?? "",
    accentColor: accentColor ?? "",
  };
}
