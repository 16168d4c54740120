/** Which way a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  const locale: Intl.Locale & { getTextInfo?: () => { direction?: string } } = new Intl.Locale(language);
  return locale.getTextInfo?.().direction === "rtl" ? "rtl" : "ltr";
}
