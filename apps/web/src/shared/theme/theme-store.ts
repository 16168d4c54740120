import { createObservable } from "../observable.ts";
import { remembered, rememberForever } from "../remembered.ts";

export const themeChoices = ["system", "light", "dark", "contrast"] as const;
/** What the person chose; `system` follows the machine. */
export type ThemeChoice = (typeof themeChoices)[number];
export type ThemeName = Exclude<ThemeChoice, "system">;

const storageKey = "theme";

/** The theme on the screen. High contrast wins over dark: whoever asks for it cannot do without. */
export function resolveTheme(choice: ThemeChoice, system: { contrast: boolean; dark: boolean }): ThemeName {
  if (choice !== "system") return choice;
  if (system.contrast) return "contrast";
  return system.dark ? "dark" : "light";
}

const queries = {
  contrast: globalThis.window?.matchMedia("(prefers-contrast: more), (forced-colors: active)"),
  dark: globalThis.window?.matchMedia("(prefers-color-scheme: dark)"),
};

function resolved(choice: ThemeChoice) {
  const system = { contrast: queries.contrast?.matches ?? false, dark: queries.dark?.matches ?? false };
  return { choice, name: resolveTheme(choice, system) };
}

function storedChoice(): ThemeChoice {
  const stored = remembered(storageKey);
  return themeChoices.find((choice) => choice === stored) ?? "system";
}

export const themeState = createObservable<{ choice: ThemeChoice; name: ThemeName }>(resolved(storedChoice()));

for (const query of Object.values(queries)) {
  query?.addEventListener("change", () => themeState.set(resolved(themeState.get().choice)));
}

/** Chooses a theme, here and for the next visit. */
export function setTheme(choice: ThemeChoice): void {
  rememberForever(storageKey, choice === "system" ? undefined : choice);
  themeState.set(resolved(choice));
}
