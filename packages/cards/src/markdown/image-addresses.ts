/** Longest address that is looked at: keeps a text full of unclosed brackets linear. */
const longestAddress = 2000;

/**
 * The addresses that pictures of a Markdown text may have: of `![…](address)`, and of `[name]: address` lines that a
 * `![…][name]` may point to. More than a renderer shows may be among them (in code, say), never less.
 */
export function imageAddresses(text: string): string[] {
  if (!text.includes("![")) return [];
  const found: string[] = [];
  for (let at = text.indexOf("]"); at >= 0; at = text.indexOf("]", at + 1)) {
    const next = text.charAt(at + 1);
    if (next !== "(" && next !== ":") continue;
    const rest = text.slice(at + 2, at + 2 + longestAddress);
    const [, pointed, plain] = /^\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))+))/.exec(rest) ?? [];
    const address = pointed ?? plain;
    if (address !== undefined) found.push(unescaped(address));
  }
  return found;
}

/** As CommonMark reads an address: `\_` is `_`, and `&amp;` is `&`. */
function unescaped(address: string): string {
  return address.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/&amp;/g, "&");
}
