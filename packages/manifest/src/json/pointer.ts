/** JSON pointers, RFC 6901. */

export function escapeToken(token: string | number): string {
  return String(token).replaceAll("~", "~0").replaceAll("/", "~1");
}

export function pointer(...tokens: (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join("");
}

export function tokensOf(path: string): string[] {
  if (path === "") return [];
  return path
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** `/developer/websiteUrl` as Graph writes a target: `developer.websiteUrl`, and `bots[0].botId` (contracts A.3). */
export function dottedPath(path: string): string {
  let dotted = "";
  for (const token of tokensOf(path)) {
    if (/^\d+$/.test(token)) dotted += `[${token}]`;
    else dotted += dotted === "" ? token : `.${token}`;
  }
  return dotted;
}
