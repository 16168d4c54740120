/** Where a button or a link may lead. Browsers run `javascript:`; `data:` and `file:` pages deceive. */
const linkSchemes = new Set(["http", "https", "mailto", "tel"]);

/**
 * An address for a button or a link, or undefined when it must not be followed. Only absolute http, https, mailto and
 * tel: a relative address would lead into the page that shows the card.
 */
export function safeLink(address: string): string | undefined {
  const url = cleaned(address);
  return linkSchemes.has(schemeOf(url)) ? url : undefined;
}

/** An address for a picture or other media: http, https, or a picture inside a `data:` address. */
export function safeImage(address: string): string | undefined {
  const url = cleaned(address);
  const scheme = schemeOf(url);
  if (scheme !== "http" && scheme !== "https" && !(scheme === "data" && /^data:image\/[\w.+-]+[;,]/i.test(url))) {
    return undefined;
  }
  // The renderer writes background pictures into url('…') of a style; these characters would end it.
  return url.replace(/["'()\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An address that the server may post to on behalf of a person (contracts.md D.3). */
export function safeTarget(address: string): string | undefined {
  const url = cleaned(address);
  const scheme = schemeOf(url);
  return scheme === "https" || scheme === "http" ? url : undefined;
}

/** Browsers ignore control characters inside an address and white space around it, so `java\nscript:` is a scheme. */
function cleaned(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it removes
  return address.replace(/[\u0000-\u001f\u007f]/g, "").trim();
}

function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]{0,31}):/i.exec(url)?.[1]?.toLowerCase() ?? "";
}
