/**
 * Checks the words of the client: nothing visible is written into components, every message that is used exists in
 * English and French with the same places for values, and none is left over. Exits with 1 and a list when not.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogue } from "../../server/src/platform/errors.ts";
import { reasons } from "../../server/src/platform/reasons.rules.ts";
import { placesOf } from "./message-places.ts";
import { readSource } from "./message-source.ts";

const folder = fileURLToPath(new URL("../src/", import.meta.url));
const languages = ["en", "fr"] as const;
const complaints: string[] = [];

/** Ids a part's messages may begin with; the shell's and the refusals' stand with the shared ones, which all pages load. */
const prefixes: Record<string, readonly string[]> = { shared: ["shared", "shell", "problem"] };

/** Folders with messages: the parts of the client, and pages in them that have their own. */
const parts = [
  ...new Set(globSync("{*,*/*}/locales/*.json", { cwd: folder }).map((path) => dirname(dirname(path)))),
].sort();
const known = new Set<string>();
for (const part of parts) {
  const [english, french] = languages.map(
    (language): Record<string, string> => JSON.parse(readFileSync(`${folder}${part}/locales/${language}.json`, "utf8")),
  );
  for (const id of new Set([...Object.keys(english ?? {}), ...Object.keys(french ?? {})])) {
    known.add(id);
    if (!(prefixes[part] ?? [part.replace("/", ".")]).some((prefix) => id.startsWith(`${prefix}.`)))
      complaints.push(`${part}/locales: ${id} does not begin with the name of its part.`);
    const texts = [english?.[id], french?.[id]];
    texts.forEach((text, at) => {
      if (text === undefined || text.trim() === "")
        complaints.push(`${part}/locales/${languages[at]}.json: ${id} is missing.`);
    });
    const [inEnglish, inFrench] = texts.map((text) => placesOf(text ?? "").join(", "));
    if (inEnglish !== inFrench)
      complaints.push(`${part}/locales: ${id} has places for [${inEnglish}] in English and [${inFrench}] in French.`);
  }
}

const used = new Set([
  ...Object.keys(catalogue).map((code) => `problem.${code}`),
  ...Object.keys(reasons).map((code) => `problem.because.${code}`),
]);
const words = new RegExp(`^(${[...parts, "shell", "problem"].join("|")})\\.[\\w./-]+$`);
for (const path of globSync("**/*.{ts,tsx}", { cwd: folder }).filter((name) => !/\.test\.tsx?$/.test(name))) {
  const { literals, visible } = readSource(path, readFileSync(folder + path, "utf8"));
  for (const { text, line } of visible)
    complaints.push(`${path}:${line}: "${text}" is visible text; make it a message.`);
  for (const { text, line } of literals) {
    // A problem's code without its server: `client/offline`.
    const id = /^client\/[a-z-]+$/.test(text) ? `problem.${text}` : text;
    if (!words.test(id)) continue;
    used.add(id);
    if (!known.has(id)) complaints.push(`${path}:${line}: the message ${id} does not exist.`);
  }
}
for (const id of used)
  if (id.startsWith("problem.") && !known.has(id))
    complaints.push(`The refusal ${id.slice("problem.".length)} has no message.`);
for (const id of known) if (!used.has(id)) complaints.push(`The message ${id} is used nowhere.`);

for (const complaint of [...new Set(complaints)].sort()) process.stderr.write(`${complaint}\n`);
process.stdout.write(
  `${known.size} messages in ${languages.length} languages, ${complaints.length === 0 ? "all in order" : `${new Set(complaints).size} complaints`}.\n`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;
