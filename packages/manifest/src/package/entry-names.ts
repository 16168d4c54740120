/** Names of files inside a package: which are safe, and which are the same file to somebody. */

/** Why a name may not be used, or null when it may. */
export function unsafeName(name: string): "absolute" | "climbs" | "empty" | "control" | null {
  const path = name.replaceAll("\\", "/");
  if (path.replaceAll("/", "") === "") return "empty";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "absolute";
  if (path.split("/").includes("..")) return "climbs";
  if (hasControlCharacter(path)) return "control";
  return null;
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

/** `./icons\\color.png` as `icons/color.png`. */
export function plainName(name: string): string {
  return name
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

/** Two names with the same key are one file on some machine: by case (Windows, macOS) or Unicode form (macOS). */
export function nameKey(name: string): string {
  return plainName(name).normalize("NFC").toLowerCase();
}

/** What desktop systems leave behind in a zip. */
export function isLitter(name: string): boolean {
  return /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i.test(name);
}
