import { type IconReading, paintStrayPixels, strayPixels, type Verdict } from "@parvis/manifest";

export type IconKind = "color" | "outline";

/** An icon to look at, and to see what is wrong with it. */
export interface IconPicture {
  readonly kind: IconKind;
  /** As the manifest names it; null when it names none. */
  readonly declared: string | null;
  /** null when there is no such file. */
  readonly reading: Omit<IconReading, "pixels"> | null;
  /** The file, for the browser to draw. */
  readonly bytes: Uint8Array | null;
  /** Of an outline icon: how many pixels are neither white nor transparent, and a picture of them as large as the icon. */
  readonly stray: { readonly count: number; readonly picture: Uint8ClampedArray } | null;
}

export function pictureOf(kind: IconKind, { manifest, icons, files }: Verdict): IconPicture {
  const named: unknown = manifest?.icons?.[kind];
  const declared = typeof named === "string" ? named : null;
  const icon = icons[kind];
  if (icon === null) return { kind, declared, reading: null, bytes: null, stray: null };
  const { pixels, ...reading } = icon;
  const stray = kind === "outline" && pixels !== null ? strayPixels(pixels) : [];
  return {
    ...{ kind, declared, reading },
    // What is too large to be looked into need not be drawn either.
    bytes: reading.state === "too-large" ? null : (files.get(reading.path) ?? null),
    stray: stray.length === 0 || pixels === null ? null : { count: stray.length, picture: paintStrayPixels(pixels) },
  };
}
