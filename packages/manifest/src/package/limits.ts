/** What a package may weigh. Checked before and while inflating; nothing a package declares about itself is believed. */
export const packageLimits = {
  /** Of the zip as sent, in bytes. */
  compressed: 30 * 1024 * 1024,
  entries: 1_000,
  /** Of all entries together once inflated, in bytes. */
  inflated: 100 * 1024 * 1024,
  /** Inflated bytes per compressed byte, for the package and for each entry. */
  ratio: 100,
  /** Below this many inflated bytes the ratio says nothing: a kilobyte of spaces compresses a hundredfold. */
  ratioFloor: 1024 * 1024,
  /** Of manifest.json and each language file, in bytes of text. */
  text: 2 * 1024 * 1024,
  /** Of one icon, in bytes. */
  icon: 5 * 1024 * 1024,
} as const;
