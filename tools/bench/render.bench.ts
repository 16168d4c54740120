import { join } from "node:path";
import { type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { chromiumArguments, ensureChromium } from "../chromium.ts";
import { administrator, ParvisProcess, packFolder } from "../parvis-process.ts";
import { fillChannel } from "./channel-of-cards.ts";
import { frameWork } from "./frame-work.ts";
import { quick } from "./quick.ts";
import { atMost, type BenchReport, median } from "./report.ts";

const cards = quick ? 10_000 : 100_000;
const rounds = quick ? 2 : 5;
/** Turns of the wheel in a round, one a frame or two, as a hand does that looks for something. */
const turns = quick ? 40 : 120;
const turnPixels = 240;
const frameBudget = 50;
const openBudget = 1_000;
const example = join(import.meta.dirname, "../../examples/todo-connector/package");

/** Every card that can be seen is drawn, and none is a placeholder: defined in each page. */
const isDrawn = `window.cardsAreDrawn = () => {
  const feed = document.querySelector("[role=feed]");
  if (feed === null) return false;
  const view = feed.getBoundingClientRect();
  const rows = [...feed.querySelectorAll("article")].filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > view.top && box.top < view.bottom;
  });
  const atEnd = feed.scrollHeight - feed.scrollTop - feed.clientHeight < 50;
  return atEnd && rows.length > 0 && rows.every((row) => row.querySelector(".parvis-card > *") !== null);
}`;

declare global {
  interface Window {
    cardsAreDrawn: () => boolean;
    longFrames: number[];
  }
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel("Sign-in name").fill(administrator.upn);
  await page.getByLabel(/^Password/).fill(administrator.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("banner").waitFor();
}

/** From the click on the channel to the frame in which its cards stand. */
async function open(page: Page, channel: string): Promise<number> {
  const entry: Locator = page.getByRole("treeitem", { name: channel, exact: true }).first();
  await entry.waitFor();
  return await entry.evaluate(
    async (element: HTMLElement) =>
      await new Promise<number>((done) => {
        const began = performance.now();
        element.click();
        const look = () => {
          if (window.cardsAreDrawn()) requestAnimationFrame(() => done(performance.now() - began));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(700, 400);
  for (let turn = 0; turn < turns; turn++) {
    await page.mouse.wheel(0, -turnPixels);
    await page.waitForTimeout(16);
  }
}

/** Scrolls on without being traced, which costs time. @returns the frames that the browser itself finds long, in milliseconds. */
async function longFrames(page: Page): Promise<number[]> {
  await page.evaluate((atLeast) => {
    window.longFrames = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > atLeast) window.longFrames.push(duration);
    }).observe({ type: "long-animation-frame" });
  }, frameBudget);
  await scroll(page);
  return await page.evaluate(() => window.longFrames);
}

/** The address of a channel opened in a tab of its own, until its cards stand. */
async function load(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.cardsAreDrawn(), undefined, { polling: "raf" });
  const time = await page.evaluate(() => performance.now());
  await page.close();
  return time;
}

/** A channel of 100 000 cards of every kind: how long it takes to open, and how long its frames are while one scrolls up. */
export async function run(say: (line: string) => void): Promise<BenchReport> {
  const executablePath = ensureChromium();
  const parvis = await ParvisProcess.start();
  const browser = await chromium.launch({ executablePath, args: chromiumArguments([]) });
  try {
    const { webhookUrl, channelId } = await parvis.connector(await packFolder(example));
    await fetch(webhookUrl, { method: "POST", body: '{"text":"The first card"}' });
    const began = performance.now();
    const kinds = await fillChannel(await parvis.databaseUrl(), channelId, cards);
    say(
      `${cards} cards of ${kinds} kinds written in ${((performance.now() - began) / 1_000).toFixed(1)} s; ${rounds} rounds`,
    );
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
    await context.addInitScript(isDrawn);
    const page = await context.newPage();
    await signIn(page, parvis.url);
    const opened: number[] = [];
    const loaded: number[] = [];
    const longest: number[] = [];
    const spans: number[] = [];
    const typical: number[] = [];
    const long: number[] = [];
    let shown = 0;
    let frames = 0;
    for (let round = 1; round <= rounds; round++) {
      // As the first time: nothing of the channel is at hand.
      await page.reload();
      await page.getByRole("treeitem", { name: "General", exact: true }).first().click();
      await page.getByRole("heading", { name: "General" }).waitFor();
      opened.push(await open(page, "Alerts"));
      const scrolled = await frameWork(browser, page, async () => await scroll(page));
      shown = await page.evaluate(() => document.querySelectorAll("[role=feed] article").length);
      longest.push(Math.max(...scrolled.work));
      spans.push(Math.max(...scrolled.spans));
      typical.push(median(scrolled.work));
      frames += scrolled.work.length;
      long.push(...(await longFrames(page)));
      loaded.push(await load(context, page.url()));
      say(
        `round ${round}: opened in ${opened.at(-1)?.toFixed(0)} ms, loaded in ${loaded.at(-1)?.toFixed(0)} ms; longest frame ${longest.at(-1)?.toFixed(0)} ms of work in ${spans.at(-1)?.toFixed(0)} ms`,
      );
    }
    return {
      figures: [
        { name: "channel opens", value: median(opened), unit: "ms" },
        { name: "channel opens, slowest round", value: Math.max(...opened), unit: "ms" },
        { name: "its address loads in a new tab", value: median(loaded), unit: "ms" },
        { name: "work of a frame while scrolling", value: median(typical), unit: "ms" },
        { name: "work of the longest frame", value: median(longest), unit: "ms" },
        { name: "work of the longest frame of all rounds", value: Math.max(...longest), unit: "ms" },
        { name: "longest frame by the clock, traced", value: median(spans), unit: "ms" },
        { name: "frames over 50 ms by the clock, untraced", value: long.length, unit: "frames" },
        { name: "the longest of them", value: Math.max(0, ...long), unit: "ms" },
        { name: "frames", value: frames, unit: "frames" },
        { name: "cards in the document", value: shown, unit: "cards" },
      ],
      ratios: [
        atMost("channel opens / 1 s", median(opened) / openBudget, 1),
        atMost("work of the longest frame of all rounds / 50 ms", Math.max(...longest) / frameBudget, 1),
      ],
    };
  } finally {
    await browser.close();
    await parvis.dispose();
  }
}
