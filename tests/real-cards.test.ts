import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readWebhookPayload, visibleText } from "@parvis/cards";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, ParvisProcess, packFolder } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { openChannel, signIn } from "./support/parts.ts";

const corpus = join(import.meta.dirname, "../../shared/corpus/cards");
/** Of the Adaptive Cards project: elements, tests and scenarios of versions 1.0 to 1.6. */
const sampleFolder = join(import.meta.dirname, "../../shared/corpus/adaptive-cards");
const example = join(import.meta.dirname, "../examples/todo-connector/package");

/** Letters and digits alone: line breaks, bullets and quotes are a matter of looks. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** What can be read in a message as it is now, what fields hold and offer included. */
async function readable(message: Locator): Promise<string> {
  return await message.evaluate((element: HTMLElement) => {
    const fields = [...element.querySelectorAll<HTMLInputElement>("input, textarea")];
    const options = [...element.querySelectorAll("option")].map((option) => option.textContent);
    return [element.innerText, ...fields.flatMap(({ placeholder, value }) => [placeholder, value]), ...options].join(
      "\n",
    );
  });
}

/** What can be read when everything that opens has been opened, one after another, and what a click would show. */
async function readableAfterOpening(message: Locator): Promise<string> {
  const seen: string[] = [(await message.textContent()) ?? ""];
  const closed = message.locator(".parvis-card button[aria-expanded=false]:not([data-tried]):visible");
  while ((await closed.count()) > 0) {
    const button = closed.last();
    const handle = await button.elementHandle();
    await handle?.evaluate((element) => element.setAttribute("data-tried", ""));
    await handle?.click();
    seen.push(await readable(message));
  }
  return seen.join("\n");
}

for (const folder of [corpus, sampleFolder])
  if (!existsSync(folder)) console.warn(`Skipped: the corpus of real cards is not at ${folder}`);

describe.skipIf(!existsSync(corpus))("every card of real senders, in a channel", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let page: Page;
  let errors: string[];
  let webhookUrl: string;
  const seen = { shown: 0, opened: 0, refused: 0 };

  beforeAll(async () => {
    parvis = await ParvisProcess.start();
    ({ webhookUrl } = await parvis.connector(await packFolder(example)));
    browser = await startBrowser();
    ({ page, errors } = await browser.open());
    await page.goto(parvis.url);
    await signIn(page, administrator);
    await openChannel(page, "Alerts");
  });
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  const files = existsSync(corpus) ? globSync("*.json", { cwd: corpus }).toSorted() : [];
  test.each(files)("%s shows all its visible text, or is refused with the documented reason", async (file) => {
    const body = readFileSync(join(corpus, file));
    const verdict = readWebhookPayload(body);
    const answer = await fetch(webhookUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    if (!verdict.accepted) {
      seen.refused++;
      expect([answer.status, await answer.text()]).toEqual([400, "Summary or Text is required."]);
      return;
    }
    expect([answer.status, await answer.text()]).toEqual([200, "1"]);
    const message = page.locator(`article[aria-labelledby="message-${answer.headers.get("request-id")}"]`);
    await message.waitFor();
    const texts = verdict.cards.flatMap((card) => visibleText(card));
    for (const { hidden } of texts) seen[hidden ? "opened" : "shown"]++;
    const missing = (shown: string, hidden: boolean) => {
      const all = letters(shown);
      return texts
        .filter((text) => text.hidden === hidden && !all.includes(letters(text.text)))
        .map(({ text }) => text);
    };
    // A picture that does not come gives way to its words.
    await expect.poll(async () => missing(await readable(message), false)).toEqual([]);
    if (texts.some(({ hidden }) => hidden)) expect(missing(await readableAfterOpening(message), true)).toEqual([]);
  });

  const samples = existsSync(sampleFolder) ? globSync("*.json", { cwd: sampleFolder }).toSorted() : [];
  const drawn: string[] = [];
  const tooLarge: string[] = [];

  test.each(Object.entries(Object.groupBy(samples, (file) => file.slice(0, 4))))(
    "samples of Adaptive Cards %s are drawn by the renderer, each",
    { timeout: 300_000 },
    async (_, files = []) => {
      const failed: string[] = [];
      for (const file of files) {
        const answer = await fetch(webhookUrl, { method: "POST", body: readFileSync(join(sampleFolder, file)) });
        const text = await answer.text();
        if (text.includes("HTTP error 413")) {
          tooLarge.push(file);
          continue;
        }
        expect([file, answer.status, text]).toEqual([file, 200, "1"]);
        const message = page.locator(`article[aria-labelledby="message-${answer.headers.get("request-id")}"]`);
        // What cannot be drawn has its summary below an empty place.
        await message
          .locator(".parvis-card > *")
          .first()
          .waitFor({ state: "attached", timeout: 30_000 })
          .catch(() => failed.push(file));
        drawn.push(file);
      }
      expect(failed).toEqual([]);
    },
  );

  test.runIf(samples.length > 0)("every sample is drawn but those over 28 KB", () => {
    process.stdout.write(
      `${samples.length} samples: ${drawn.length} drawn, ${tooLarge.length} too large: ${tooLarge.join(", ")}\n`,
    );
    expect(drawn.length + tooLarge.length).toBe(samples.length);
    for (const file of tooLarge) expect(statSync(join(sampleFolder, file)).size).toBeGreaterThan(28 * 1024);
  });

  test("no page has thrown an error", () => {
    const { shown, opened, refused } = seen;
    process.stdout.write(
      `${files.length} cards: ${shown} texts shown, ${opened} after opening; ${refused} cards refused\n`,
    );
    expect(shown).toBeGreaterThan(files.length);
    expect(errors).toEqual([]);
  });
});
