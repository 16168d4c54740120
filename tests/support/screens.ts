import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { decode } from "fast-png";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const images = join(import.meta.dirname, "../../docs/images");
/** Share of pixels that times and avatars may change without the picture counting as another one. */
const sameEnough = 0.01;

function differs(before: Uint8Array, after: Uint8Array): boolean {
  const [a, b] = [decode(before), decode(after)];
  if (a.width !== b.width || a.height !== b.height || a.data.length !== b.data.length) return true;
  let changed = 0;
  for (let index = 0; index < a.data.length; index += a.channels) if (a.data[index] !== b.data[index]) changed++;
  return changed > a.width * a.height * sameEnough;
}

/** Waits until what was changed is on the screen: with the frame after next. */
export async function paint(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** Keeps a picture of a page in docs/images/, and leaves the one that is there when it shows the same. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  // Nothing half-way, and nothing that depends on where the mouse was: hovering, animations, the caret, notices.
  await page.mouse.move(0, 0);
  await paint(page);
  const style = ".fui-Toaster { visibility: hidden !important }";
  const bytes = await page.screenshot({ animations: "disabled", caret: "hide", style });
  const path = join(images, `${name}.png`);
  mkdirSync(images, { recursive: true });
  if (!existsSync(path) || differs(readFileSync(path), bytes)) writeFileSync(path, bytes);
}

type Impact = "minor" | "moderate" | "serious" | "critical";

/**
 * axe finds nothing on the page, frames included, once nothing comes or goes on it any more.
 * @param impacts what counts; serious and critical faults unless told
 */
export async function expectAccessible(
  page: Page,
  what: string,
  impacts: readonly Impact[] = ["serious", "critical"],
): Promise<void> {
  // A dialog that has just gone gives the page behind it back a moment later; one that never does is found here too.
  await page.waitForFunction(
    () => document.querySelector("[role=dialog],[role=alertdialog]") || !document.querySelector("#root[aria-hidden]"),
  );
  // Looking takes a second, in which a dialog or a notice may go: what is a fault is still there the next time.
  await expect.poll(async () => await faultsOf(page, impacts), { message: what, interval: 500 }).toEqual([]);
}

async function faultsOf(page: Page, impacts: readonly Impact[]): Promise<string[]> {
  // Fluent's own focus guards, which hand the focus on before anybody notices.
  const { violations } = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
  const counting = violations.filter(({ impact }) => !impact || impacts.includes(impact));
  return counting.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}
