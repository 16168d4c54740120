import type { Page } from "playwright-core";
import { afterEach, beforeEach } from "vitest";

/**
 * For a `describe` whose tests go on where the one before stopped: after one that failed the others are skipped, saying so,
 * and the page is kept in test-results/ as it was.
 * @param page asked for when a test has failed; none yet, no picture @param name of the picture
 */
export function stopAtFailure(page: () => Page | undefined, name: string): void {
  let broken = false;
  beforeEach(({ skip }) => {
    if (broken) skip("an earlier step failed");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    broken = true;
    await page()?.screenshot({ path: `test-results/${name}.png` });
  });
}
