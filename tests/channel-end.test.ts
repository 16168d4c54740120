import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { signIn } from "./support/parts.ts";
import { stopAtFailure } from "./support/steps.ts";

const lines = "A line of the card, as long as lines of cards are. ".repeat(12);

/** The end of a channel: who is there is taken along, and only who goes back leaves it. */
describe("the end of a channel", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let page: Page;
  let errors: string[];
  let webhookUrl: string;
  let posted = 0;

  beforeAll(async () => {
    parvis = await ParvisProcess.start();
    const { items } = await parvis.call<{ items: { id: string; channels: { id: string }[] }[] }>("GET", "/api/teams");
    const [team] = items;
    const channelId = team?.channels[0]?.id;
    const made = { name: "Deployments", rateLimits: [] };
    ({ webhookUrl } = await parvis.call<{ webhookUrl: string }>("POST", `/api/channels/${channelId}/webhooks`, made));
    for (let count = 0; count < 25; count++) await post();
    browser = await startBrowser();
    ({ page, errors } = await browser.open());
    await page.goto(`${parvis.url}/teams/${team?.id}/channels/${channelId}`);
    await signIn(page, administrator);
    await card(posted).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });
  stopAtFailure(() => page, "channel-end");

  async function post(): Promise<void> {
    const body = JSON.stringify({ title: `Deployment ${++posted}`, text: lines });
    expect(await (await fetch(webhookUrl, { method: "POST", body })).text()).toBe("1");
  }
  const card = (number: number) => page.getByText(`Deployment ${number}`, { exact: true });
  const feed = () => page.getByRole("feed");
  const jump = () => page.getByRole("button", { name: "Jump to newest" });
  const fromEnd = async () =>
    await feed().evaluate(({ scrollTop, clientHeight, scrollHeight }) => scrollHeight - clientHeight - scrollTop);

  /** Where the view is once it moves no more: a key moves it smoothly. */
  const restingPlace = async () =>
    await feed().evaluate(async (element) => {
      let before: number;
      do {
        before = element.scrollTop;
        await new Promise((resolve) => setTimeout(resolve, 250));
      } while (element.scrollTop !== before);
      return before;
    });

  test("takes along who reads there", async () => {
    for (let count = 0; count < 5; count++) {
      await post();
      await card(posted).waitFor();
    }
    await expect.poll(fromEnd).toBeLessThan(48);
    await expect.poll(async () => await jump().count()).toBe(0);
  });

  test("is left by the wheel, by a key and by the browser, and found again", async () => {
    const box = await feed().boundingBox();
    if (box === null) throw new Error("The channel is not there.");
    const leave = {
      wheel: async () => {
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await page.mouse.wheel(0, -400);
      },
      key: async () => {
        await feed().focus();
        await page.keyboard.press("PageUp");
      },
      // As by the browser's own search: nothing is pressed in the page.
      search: async () => await feed().evaluate((element) => element.scrollBy(0, -400)),
    };
    for (const [how, act] of Object.entries(leave)) {
      await act();
      await jump().waitFor();
      const before = await restingPlace();
      await post();
      const told = page.getByRole("button", { name: "1 new message" });
      await told.waitFor();
      expect(await restingPlace(), how).toBeCloseTo(before, -1);
      await told.click();
      await card(posted).waitFor();
      await expect.poll(fromEnd).toBeLessThan(48);
    }
  });

  test("is kept while a row above becomes smaller and one in view grows in the same moment", async () => {
    for (let round = 0; round < 4; round++) {
      await feed().evaluate(async (element) => {
        const frame = async () => await new Promise(requestAnimationFrame);
        const rows = [...element.querySelectorAll<HTMLElement>("article")];
        const above = rows.find((row) => row.getBoundingClientRect().bottom < element.getBoundingClientRect().top);
        const inView = rows.at(-1);
        if (above === undefined || inView === undefined) throw new Error("There are no such rows.");
        const { height } = inView.getBoundingClientRect();
        above.style.display = "none";
        inView.style.minHeight = `${height + 400}px`;
        await frame();
        await frame();
        above.style.display = "";
        inView.style.minHeight = "";
        await frame();
      });
      await post();
      await card(posted).waitFor();
    }
    await expect.poll(fromEnd).toBeLessThan(48);
    await expect.poll(async () => await jump().count()).toBe(0);
  });

  test("nothing went wrong in the page", () => expect(errors).toEqual([]));
});
