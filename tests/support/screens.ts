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

/** Keeps a picture of a page in docs/images/, and leaves the one that is there when it shows the same. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  // Nothing half-way, and nothing that depends on where the mouse was: hovering, animations, the caret.
  await page.mouse.move(0, 0);
  const bytes = await page.screenshot({ animations: "disabled", caret: "hide" });
  const path = join(images, `${name}.png`);
  mkdirSync(images, { recursive: true });
  if (!existsSync(path) || differs(readFileSync(path), bytes)) writeFileSync(path, bytes);
}

/** axe finds nothing serious or critical on the page as it is now, frames included. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A dialog that has just gone gives the page behind it back a moment later; one that never does is found here too.
  await page.waitForFunction(
    () => document.querySelector("[role=dialog],[role=alertdialog]") || !document.querySelector("#root[aria-hidden]"),
  );
  // Fluent's own focus guards, which hand the focus on before anybody notices.
  const { violations } = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(found, what).toEqual([]);
}
