import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonObject, readWebhookPayload, toAdaptiveCard } from "@parvis/cards";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, ParvisProcess, packFolder } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { openChannel, signIn } from "./support/parts.ts";
import { expectPicture, expectSamePicture } from "./support/stored-picture.ts";

const root = join(import.meta.dirname, "..");
const example = join(root, "examples/todo-connector/package");
const font = readFileSync(join(import.meta.dirname, "support/fonts/open-sans-latin.woff2")).toString("base64");

/**
 * Pictures must not depend on the fonts of the machine: ours, on everything, and a sign that it has for the one it has not.
 * Nothing that moves.
 */
const style = `
  @font-face { font-family: Pictured; src: url(data:font/woff2;base64,${font}); font-weight: 300 800; }
  *, ::before, ::after { font-family: Pictured !important; transition: none !important; animation: none !important; }
  .ac-pushButton.expandable::after { content: "+" !important; }
`;
/** What else of the machine would show: how it smooths letters, its colours, and its language in fields for dates. */
const setup = {
  args: ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"],
  env: { LANGUAGE: "en_US", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" },
};

const card = (name: string) => readFileSync(join(root, `tests/reference-cards/${name}.json`), "utf8");
const payload = (name: string) => readFileSync(join(root, `packages/cards/fixtures/${name}.json`), "utf8");

const messageCards = ["message-card-text", "message-card-sections", "message-card-actions"];
const adaptiveCards = ["actions", "containers", "facts-table", "images", "inputs", "texts"].map(
  (name) => `adaptive-${name}`,
);

interface Sight {
  readonly page: Page;
  /** What its pictures' names end with. */
  readonly ending: string;
}

/** Cards in the product itself, as pictures, beside those that were looked at and stored. */
describe("pictures of cards", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let webhookUrl: string;
  let light: Sight;
  let dark: Sight;
  let narrow: Sight;

  beforeAll(async () => {
    parvis = await ParvisProcess.start();
    ({ webhookUrl } = await parvis.connector(await packFolder(example)));
    browser = await startBrowser({}, setup);
    light = await look("", {});
    dark = await look("-dark", { colorScheme: "dark" });
    narrow = await look("-narrow", {});
    await narrow.page.setViewportSize({ width: 360, height: 2_400 });
    // What words cards of other systems comes with the first of them, and draws it anew.
    const first = await posted(payload("grafana/firing"));
    await light.page.locator(`article[aria-labelledby="message-${first}"]`).getByText("Open Grafana").waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  async function look(ending: string, options: BrowserContextOptions): Promise<Sight> {
    // The policy of our own pages allows no fonts but theirs.
    const { page } = await browser.open({
      ...options,
      bypassCSP: true,
      timezoneId: "UTC",
      viewport: { width: 1280, height: 2_400 },
    });
    await page.goto(parvis.url);
    await signIn(page, administrator);
    await openChannel(page, "Alerts");
    await page.addStyleTag({ content: style });
    await page.evaluate(async () => await document.fonts.load("16px Pictured"));
    return { page, ending };
  }

  async function posted(body: string): Promise<string> {
    const answer = await fetch(webhookUrl, { method: "POST", body });
    expect(await answer.text()).toBe("1");
    return answer.headers.get("request-id") ?? "";
  }

  /** The cards of a message, where it stands in the list of that page. */
  async function cardsOf({ page }: Sight, id: string): Promise<Locator> {
    const cards = page.locator(`article[aria-labelledby="message-${id}"] .parvis-card`);
    await cards.first().waitFor();
    await expect.poll(async () => await cards.first().locator(":scope > *").count()).toBeGreaterThan(0);
    // Pictures are there, or have given way to their words.
    const loading = async () =>
      await cards
        .locator("img")
        .evaluateAll((images: HTMLImageElement[]) => images.filter((image) => !image.complete).length);
    await expect.poll(loading).toBe(0);
    return cards;
  }

  /**
   * A card with its frame. Where its row stands depends on those above, and may be between two pixels, which is not to be
   * seen in pictures: for the moment it alone stands at the top of what is in view.
   */
  async function picture(cardBody: Locator): Promise<Buffer> {
    const frame = cardBody.locator("xpath=..");
    const aside = await frame.evaluateHandle(async (element) => {
      const row = element.closest<HTMLElement>("[data-index]");
      const others = [...(row?.parentElement?.querySelectorAll<HTMLElement>(":scope > [data-index]") ?? [])];
      const transform = row?.style.transform ?? "";
      const top = Math.round(element.closest("[role=feed]")?.scrollTop ?? 0);
      await Promise.all([...element.querySelectorAll("img")].map((image) => image.decode().catch(() => undefined)));
      for (const other of others) other.style.visibility = other === row ? "" : "hidden";
      if (row !== null) row.style.transform = `translateY(${top + 40}px)`;
      return () => {
        for (const other of others) other.style.visibility = "";
        if (row !== null) row.style.transform = transform;
      };
    });
    const bytes = await frame.screenshot({ animations: "disabled", caret: "hide" });
    await aside.evaluate((restore) => restore());
    return bytes;
  }

  /** Letters that our font has not would be another machine's other letters. */
  async function expectOwnFont(cardBody: Locator): Promise<void> {
    const session = await cardBody.page().context().newCDPSession(cardBody.page());
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const parts = await cardBody.evaluate((element) => {
      const all = [...element.querySelectorAll("*")];
      for (const [index, part] of all.entries()) part.setAttribute("data-part", String(index));
      return all.length;
    });
    expect(parts).toBeGreaterThan(0);
    const { root: page } = await session.send("DOM.getDocument");
    const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: page.nodeId, selector: "[data-part]" });
    const others = new Set<string>();
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      for (const { familyName, isCustomFont } of fonts) if (!isCustomFont) others.add(familyName);
    }
    await session.detach();
    await cardBody.page().evaluate(() => {
      for (const part of document.querySelectorAll("[data-part]")) part.removeAttribute("data-part");
    });
    expect([...others], "fonts of the machine").toEqual([]);
  }

  async function expectPictures(name: string, body: string, sights: readonly Sight[]): Promise<void> {
    const id = await posted(body);
    for (const sight of sights) {
      const cards = await cardsOf(sight, id);
      for (const [index, each] of (await cards.all()).entries()) {
        const number = index === 0 ? "" : `-${index + 1}`;
        if (sight === light) await expectOwnFont(each);
        expectPicture(`${name}${number}${sight.ending}`, await picture(each));
      }
    }
  }

  test.each([...messageCards, ...adaptiveCards, "attachments"])("%s", async (name) => {
    const everywhere = name === "message-card-sections" || name === "adaptive-containers";
    await expectPictures(name, card(name), everywhere ? [light, dark, narrow] : [light]);
  });

  test.each(["alertmanager/firing", "github/issues-opened", "grafana/firing", "slack/blocks"])(
    "what %s posts",
    async (name) =>
      await expectPictures(name.replace("/", "-"), payload(name).replace(":rotating_light: ", ""), [light]),
  );

  test("a form that a button opens", async () => {
    const cards = await cardsOf(light, await posted(card("message-card-actions")));
    await cards.getByRole("button", { name: "Comment", exact: true }).click();
    await cards.getByRole("textbox").first().waitFor();
    await light.page.mouse.move(0, 0);
    await light.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await expectOwnFont(cards.first());
    expectPicture("message-card-actions-form", await picture(cards.first()));
  });

  test("a card of full width is as wide as the channel, others are as wide as can be read well", async () => {
    const body = [{ type: "TextBlock", text: "Wide" }];
    const widths: number[] = [];
    for (const wide of [{}, { msteams: { width: "Full" } }, { msTeams: { width: "full" } }]) {
      const content = { type: "AdaptiveCard", version: "1.5", body, ...wide };
      const contentType = "application/vnd.microsoft.card.adaptive";
      const cards = await cardsOf(light, await posted(JSON.stringify({ attachments: [{ contentType, content }] })));
      widths.push((await cards.locator("xpath=..").boundingBox())?.width ?? 0);
    }
    expect(widths[0]).toBe(720);
    expect(Math.min(...widths.slice(1))).toBeGreaterThan(800);
  });

  test.each(messageCards)("%s looks the same when it is posted as the Adaptive Card it converts to", async (name) => {
    const read = readWebhookPayload(withoutPosts(JSON.parse(card(name))));
    if (!read.accepted || read.cards[0] === undefined) throw new Error(`${name} is refused`);
    const [source] = read.cards;
    const content = toAdaptiveCard(source);
    const contentType = "application/vnd.microsoft.card.adaptive";
    const asSent = await cardsOf(light, await posted(JSON.stringify(source.card)));
    const before = await picture(asSent.first());
    const converted = await cardsOf(
      light,
      await posted(JSON.stringify({ type: "message", attachments: [{ contentType, content }] })),
    );
    expectSamePicture(before, await picture(converted.first()));
    expectPicture(`${name}-converted`, before);
  });
});

/** A MessageCard without what an Adaptive Card has no word for: its colour, and buttons that Parvis alone can answer for. */
function withoutPosts({ themeColor: _, ...rest }: JsonObject): string {
  const isLink = (action: JsonObject) => JSON.stringify(action).includes('"uri":"https:');
  return JSON.stringify(rest, (key, value) => (key === "potentialAction" ? value.filter(isLink) : value));
}
