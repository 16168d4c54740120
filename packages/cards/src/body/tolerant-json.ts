/**
 * Rewrites JSON as careless senders write it into strict JSON: strings in single quotes (old samples; lifecycle.md 7),
 * commas before a closing bracket, names without quotes, and line breaks inside strings (shell scripts). The service
 * that connectors were written against accepted all four. Nothing is evaluated; one pass over the text.
 * The result may still not be JSON: the caller parses it. Undefined when a string never ends.
 */
export function toStrictJson(text: string): string | undefined {
  const out: string[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") {
      const end = endOfString(text, at);
      if (end < 0) return undefined;
      out.push(strictString(text.slice(at + 1, end)));
      at = end + 1;
    } else if (char === "," && closesNext(text, at + 1)) {
      at++;
    } else if (isNameStart(char)) {
      const end = endOfName(text, at);
      const word = text.slice(at, end);
      out.push(isFollowedByColon(text, end) ? `"${word}"` : word);
      at = end;
    } else {
      out.push(char);
      at++;
    }
  }
  return out.join("");
}

function endOfString(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === quote) return at;
  }
  return -1;
}

/** The inside of a string, in either quotes, as a strict JSON string. */
function strictString(inside: string): string {
  const body = inside.replace(/\\[\s\S]|"|[^ -\uffff]/g, (found) => {
    if (found === "\\'") return "'";
    if (found === '"') return '\\"';
    if (found.startsWith("\\"))
      return found.charCodeAt(1) < 0x20 ? JSON.stringify(found.charAt(1)).slice(1, -1) : found;
    return JSON.stringify(found).slice(1, -1);
  });
  return `"${body}"`;
}

function nextVisible(text: string, from: number): string {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return text.charAt(at);
}

function closesNext(text: string, from: number): boolean {
  const next = nextVisible(text, from);
  return next === "}" || next === "]";
}

function isFollowedByColon(text: string, from: number): boolean {
  return nextVisible(text, from) === ":";
}

function isNameStart(char: string): boolean {
  return (char >= "a" && char <= "z") || (char >= "A" && char <= "Z") || char === "_" || char === "$" || char === "@";
}

function endOfName(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && /[\w$]/.test(text.charAt(at))) at++;
  return at;
}
