import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Themes follow the machine. */
const media = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "light", contrast: "more" },
} as const;
export type ThemeName = keyof typeof media;
export const everyTheme: readonly ThemeName[] = ["light", "dark", "contrast"];
/** All rules are asked in the first theme of a page; the others change nothing but colours. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

const source = await readFile(
  createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Puts axe into the documents that lack it. It is half a megabyte, and stays while the client goes from page to page. */
async function bringAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const there = await frame.evaluate(() => "axe" in globalThis).catch(() => true);
    // A frame that goes meanwhile needs none.
    if (!there) await frame.evaluate(source).catch(() => undefined);
  }
}

/** What axe calls serious or critical, a line each: rule, page, element. */
async function faultsOf(page: Page, where: string, rules: readonly string[] | undefined): Promise<string[]> {
  await bringAxe(page);
  // Legacy mode stays out of frames of other sites, which are not ours, and needs no page of its own for each answer.
  // The dummies are Fluent's: they pass focus on in the same moment, and nobody can rest on one.
  const builder = new AxeBuilder({ page, axeSource: "0" })
    .setLegacyMode()
    .exclude("[data-tabster-dummy]")
    // What passed is counted, not described element by element.
    .options({ resultTypes: ["violations"] });
  const { violations } = await (rules === undefined ? builder : builder.withRules([...rules])).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} on ${where}: ${html.slice(0, 200)}`));
}

/** Waits until a page shows what it is for: its heading, its dialog, no skeletons, nothing that moves. */
export async function settled(page: Page, dialog = false): Promise<void> {
  await page
    .locator(dialog ? "[role=dialog], [role=alertdialog]" : "h1, h2, [role=dialog]")
    .first()
    .waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector(".fui-Skeleton") === null &&
      document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

const fadeMilliseconds = 1_000;

/** Looks at a page that is open. @param where to be named with what is found. */
export async function faultsInThemes(
  page: Page,
  where: string,
  themes: readonly ThemeName[] = everyTheme,
): Promise<string[]> {
  const faults: string[] = [];
  for (const theme of themes) {
    await page.emulateMedia(media[theme]);
    await settled(page);
    const look = async () =>
      await faultsOf(page, `${where} in ${theme}`, theme === themes[0] ? undefined : rulesOfColour);
    let found = await look();
    if (found.length > 0) {
      // An answer that came this moment fades its buttons in; what is a fault is one still.
      await page.waitForTimeout(fadeMilliseconds);
      found = await look();
    }
    faults.push(...found);
  }
  return faults;
}
