/** Options that several commands share. */
import { Option } from "commander";

/** Follows the terminal's language where Parvis speaks it. */
function terminalLanguage(): "en" | "fr" {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^fr/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "fr" : "en";
}

export function languageOption(): Option {
  return new Option("--lang <language>", "language of the findings").choices(["en", "fr"]).default(terminalLanguage());
}

export function targetOption(): Option {
  return new Option("--for <target>", "whose rules apply").choices(["organization", "store"]).default("organization");
}

export function serverOption(): Option {
  return new Option("--server <address>", "the Parvis to talk to (or PARVIS_URL; else the one signed in to last)");
}
