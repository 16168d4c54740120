/** Stands in for the package `punycode.js` in the browser's build (vite.config.ts): a browser writes host names by itself. */
const punycode = {
  /** A host name as DNS knows it; as it was when it is none. */
  toASCII: (host: string): string => URL.parse(`https://${host}`)?.hostname ?? host,
  /** Left as DNS knows it: letters that look like others' are how links lie. */
  toUnicode: (host: string): string => host,
};

// biome-ignore lint/style/noDefaultExport: markdown-it imports it so.
export default punycode;
