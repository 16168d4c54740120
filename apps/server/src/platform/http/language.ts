import type { HonoRequest } from "hono";

/** The languages Parvis speaks; `en` where nothing fits. */
export type Language = "en" | "fr";

/** The language a request asks for (RFC 9110 section 12.5.4): the first of ours in order of preference. */
export function languageOf(request: HonoRequest): Language {
  const wanted = (request.header("accept-language") ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality = "q=1"] = part.trim().split(";");
      return { language: tag.trim().slice(0, 2).toLowerCase(), quality: Number(quality.trim().slice(2)) };
    })
    .filter(({ language, quality }) => (language === "en" || language === "fr") && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.language === "fr" ? "fr" : "en";
}
