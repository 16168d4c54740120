import type { ReaderSystem } from "@parvis/cards";

/** The system of this browser, for links that differ by system (contracts.md D.3). */
export function readerSystem(): ReaderSystem {
  const { userAgent, maxTouchPoints } = navigator;
  if (/Android/i.test(userAgent)) return "android";
  // An iPad says that it is a Macintosh; no Macintosh is touched.
  if (/iPhone|iPad|iPod/i.test(userAgent) || (/Macintosh/i.test(userAgent) && maxTouchPoints > 1)) return "iOS";
  return /Windows/i.test(userAgent) ? "windows" : "default";
}
