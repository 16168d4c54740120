import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { colorIcon } from "../apps/server/src/testing/packages.ts";
import { startTarget, type Target } from "../apps/server/src/testing/target.ts";
import { until } from "../apps/server/src/testing/until.ts";
import { administrator, member, ParvisProcess, packFolder } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { openChannel, signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";

const example = join(import.meta.dirname, "../examples/todo-connector/package");

/** Two people with the same channel open; a sender's server behind the buttons, and one with its pictures. */
describe("buttons and pictures of cards, as two people see them", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let target: Target;
  let pictures: Target;
  let webhookUrl: string;
  let channelId: string;
  let ada: Page;
  let megan: Page;
  const errors: string[][] = [];

  beforeAll(async () => {
    [target, pictures] = await Promise.all([startTarget(), startTarget()]);
    const hosts = [target, pictures].map(({ origin }) => new URL(origin).host).join(",");
    parvis = await ParvisProcess.start({ environment: { PARVIS_PRIVATE_TARGETS: hosts } });
    ({ webhookUrl, channelId } = await parvis.connector(await packFolder(example)));
    browser = await startBrowser();
    const open = async (person: typeof member) => {
      const { page, errors: thrown } = await browser.open();
      errors.push(thrown);
      await page.goto(parvis.url);
      await signIn(page, person);
      await openChannel(page, "Alerts");
      return page;
    };
    ada = await open(administrator);
    megan = await open(member);
  });
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
    await Promise.all([target?.close(), pictures?.close()]);
  });
  beforeEach(() => {
    target.received.length = 0;
    target.reply = {};
    pictures.received.length = 0;
    pictures.reply = { body: colorIcon };
  });

  async function posted(card: object): Promise<string> {
    const answer = await fetch(webhookUrl, { method: "POST", body: JSON.stringify(card) });
    expect(await answer.text()).toBe("1");
    return answer.headers.get("request-id") ?? "";
  }
  const messageOn = (page: Page, id: string): Locator => page.locator(`article[aria-labelledby="message-${id}"]`);
  const button = (page: Page, id: string, name: string) =>
    messageOn(page, id).getByRole("button", { name, exact: true });
  const httpPost = (fields: object = {}) => ({ "@type": "HttpPOST", name: "Approve", target: target.url, ...fields });
  const asking = (...actions: object[]) => ({
    "@type": "MessageCard",
    title: "Release 4.2 is ready",
    text: "May it go out?",
    themeColor: "5B5FC7",
    potentialAction: actions,
  });

  test("a press is shown while it is under way, and what came of it to everybody, with who and when", async () => {
    let answerNow: () => void = () => undefined;
    const after = new Promise<void>((done) => {
      answerNow = done;
    });
    target.reply = { after, headers: { "CARD-ACTION-STATUS": "Approved, thank you" } };
    const id = await posted(asking(httpPost()));
    await button(megan, id, "Approve").click();
    await messageOn(megan, id).getByRole("status").getByText("Sending “Approve”…").waitFor();
    await until(() => target.received.length === 1);
    answerNow();
    for (const page of [megan, ada]) {
      const status = messageOn(page, id).getByRole("status");
      await status.getByText("Approved, thank you").waitFor();
      await status.getByText("Megan Bowen").waitFor();
      expect(await status.locator("time").getAttribute("datetime")).toMatch(/^\d{4}-/);
    }
    await ada.reload();
    await messageOn(ada, id).getByText("Approved, thank you").waitFor();
  });

  test("a double click sends once", async () => {
    const id = await posted(asking(httpPost()));
    await button(megan, id, "Approve").dblclick();
    await messageOn(megan, id).getByText("“Approve” was pressed").waitFor();
    // What was sent a second time would have been sent before this one.
    await button(ada, id, "Approve").click();
    await messageOn(megan, id).getByText("Ada Admin").waitFor();
    expect(target.received).toHaveLength(2);
  });

  test("an answer that was lost is asked for again, and the press is done once", async () => {
    const id = await posted(asking(httpPost()));
    const path = `**/messages/${id}/presses`;
    let lost = 0;
    await megan.route(path, async (route) => {
      if (lost++ > 0) return await route.continue();
      await route.fetch();
      await route.abort();
    });
    await button(megan, id, "Approve").click();
    await expect.poll(() => lost).toBe(2);
    await messageOn(megan, id).getByText("“Approve” was pressed").waitFor();
    await megan.unroute(path);
    expect(target.received).toHaveLength(1);
  });

  test("a card that replaces another appears to all where it stood, and the keyboard stays with it", async () => {
    const ids: string[] = [];
    for (let number = 0; number < 12; number++)
      ids.push(await posted({ title: `Before ${number}`, text: "x ".repeat(300) }));
    const id = await posted(asking(httpPost()));
    for (let number = 0; number < 12; number++)
      ids.push(await posted({ title: `After ${number}`, text: "x ".repeat(300) }));
    target.reply = {
      headers: { "CARD-UPDATE-IN-BODY": "true", "CARD-ACTION-STATUS": "Approved" },
      body: JSON.stringify({
        ...asking(httpPost({ name: "Undo" })),
        title: "Release 4.2 is out",
        text: "y\n\n".repeat(9),
      }),
    };
    for (const page of [ada, megan]) await messageOn(page, ids.at(-1) ?? "").waitFor();
    const feed = megan.getByRole("feed");
    for (let tries = 0; (await messageOn(megan, id).count()) === 0 && tries < 100; tries++)
      await feed.evaluate((element) => element.scrollBy(0, -200));
    await messageOn(megan, id).scrollIntoViewIfNeeded();
    await button(megan, id, "Approve").focus();
    const topOf = async () => (await messageOn(megan, id).boundingBox())?.y ?? 0;
    const before = await topOf();
    await megan.keyboard.press("Enter");
    await messageOn(megan, id).getByText("Release 4.2 is out").waitFor();
    await button(megan, id, "Undo").waitFor();
    expect(Math.abs((await topOf()) - before)).toBeLessThan(2);
    expect(await messageOn(megan, id).evaluate((element) => element.contains(document.activeElement))).toBe(true);
    const page = await parvis.call<{ items: { id: string; summary: string }[] }>(
      "GET",
      `/api/channels/${channelId}/messages?limit=50`,
    );
    expect(page.items.find((message) => message.id === id)?.summary).toBe("Release 4.2 is out: y y y y y y y y y");
    // Back to the newest.
    await openChannel(megan, "General");
    await openChannel(megan, "Alerts");
  });

  test("inputs are asked for, checked, and sent: texts, dates, choices", async () => {
    const choices = ["Low", "High"].map((display) => ({ display, value: display.toLowerCase() }));
    const inputs = [
      { "@type": "TextInput", id: "why", title: "Why", isRequired: true, isMultiline: true, maxLength: 40 },
      { "@type": "DateInput", id: "when", title: "When", includeTime: true },
      { "@type": "MultichoiceInput", id: "risk", title: "Risk", choices },
      { "@type": "MultichoiceInput", id: "size", title: "Size", choices, style: "expanded" },
      { "@type": "MultichoiceInput", id: "areas", title: "Areas", choices, isMultiSelect: true },
    ];
    const body = JSON.stringify(Object.fromEntries(inputs.map(({ id }) => [id, `{{${id}.value}}`])));
    const id = await posted(
      asking({ "@type": "ActionCard", name: "Comment", inputs, actions: [httpPost({ name: "Send", body })] }),
    );
    const card = messageOn(megan, id);
    await button(megan, id, "Comment").click();
    await button(megan, id, "Send").click();
    await card.getByText("Fill this in.").waitFor();
    expect(target.received).toEqual([]);
    await card.getByRole("textbox", { name: /Why/ }).fill('It is\n"ready"');
    expect(await card.getByRole("textbox", { name: /Why/ }).getAttribute("maxlength")).toBe("40");
    await card.getByLabel(/When/).fill("2026-03-01");
    await card.getByLabel(/Time/).fill("15:30");
    await card.getByRole("combobox", { name: /Risk/ }).selectOption({ label: "High" });
    await card.getByRole("radio", { name: "Low" }).check();
    for (const name of ["Low", "High"]) await card.getByRole("checkbox", { name }).check();
    await expectAccessible(megan, "a card with inputs");
    await keepPicture(megan, "card-inputs");
    await button(megan, id, "Send").click();
    await card.getByText("“Send” was pressed").waitFor();
    expect(JSON.parse(target.received[0]?.body ?? "")).toEqual({
      why: 'It is\n"ready"',
      when: "2026-03-01T15:30",
      risk: "high",
      size: "low",
      areas: "low,high",
    });
  });

  test("what goes wrong is told in words, in the reader's language, and the card stays as it was", async () => {
    target.reply = { status: 403, headers: { "CARD-ACTION-STATUS": "Only the release manager may." } };
    const id = await posted(asking(httpPost()));
    await button(megan, id, "Approve").click();
    const alert = messageOn(megan, id).getByRole("alert");
    await alert.getByText(/answered 403\. The card stays as it was\./).waitFor();
    await alert.getByText("Only the release manager may.").waitFor();
    await expectAccessible(megan, "a card whose button failed");
    target.reply = {};
    await button(megan, id, "Approve").click();
    await messageOn(megan, id).getByText("“Approve” was pressed").waitFor();
    expect(await alert.count()).toBe(0);
  });

  test("an address opens in a page of its own that knows nothing of ours; one that must not be followed does not", async () => {
    const id = await posted(
      asking(
        { "@type": "OpenUri", name: "Open", targets: [{ os: "default", uri: `${target.url}/build?number=12` }] },
        { "@type": "ViewAction", name: "View", target: [`${target.url}/log`] },
        { "@type": "OpenUri", name: "Run", targets: [{ os: "default", uri: "javascript:alert(1)" }] },
      ),
    );
    for (const [name, path] of [
      ["Open", "/build?number=12"],
      ["View", "/log"],
    ] as const) {
      const [opened] = await Promise.all([megan.context().waitForEvent("page"), button(megan, id, name).click()]);
      await opened.waitForURL(`${target.url}${path}`);
      expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
      await opened.close();
    }
    expect(await button(megan, id, "Run").isDisabled()).toBe(true);
  });

  test("a submitted Adaptive Card sends its data with what was filled in, to the target it names", async () => {
    const id = await posted({
      type: "AdaptiveCard",
      version: "1.5",
      body: [{ type: "Input.Toggle", id: "sure", title: "Sure", value: "false" }],
      actions: [{ type: "Action.Submit", title: "Send", data: { build: 12, "parvis:target": `${target.url}/submit` } }],
    });
    target.reply = { headers: { "CARD-ACTION-STATUS": "Taken" } };
    await messageOn(megan, id).getByRole("checkbox", { name: "Sure" }).check();
    await button(megan, id, "Send").click();
    for (const page of [megan, ada]) await messageOn(page, id).getByRole("status").getByText("Taken").waitFor();
    expect(target.received.map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
      ["/submit", { build: 12, sure: "true" }],
    ]);
  });

  test("Adaptive Cards answer to the target they name, show cards, toggle, and open pages", async () => {
    const id = await posted({
      type: "AdaptiveCard",
      version: "1.5",
      body: [
        { type: "TextBlock", text: "Lunch?" },
        { type: "TextBlock", id: "menu", text: "Soup", isVisible: false },
        { type: "Input.Text", id: "wish", label: "Wish", isRequired: true, errorMessage: "Say something" },
      ],
      actions: [
        { type: "Action.ToggleVisibility", title: "Menu", targetElements: ["menu"] },
        {
          type: "Action.ShowCard",
          title: "More",
          card: { type: "AdaptiveCard", body: [{ type: "TextBlock", text: "Inside" }] },
        },
        { type: "Action.OpenUrl", title: "Page", url: `${target.url}/page` },
        { type: "Action.Execute", title: "Order", verb: "order", data: { "parvis:target": `${target.url}/order` } },
        { type: "Action.Submit", title: "Nobody", data: {} },
      ],
    });
    const card = messageOn(megan, id);
    await button(megan, id, "Menu").click();
    await card.getByText("Soup").waitFor();
    await button(megan, id, "More").click();
    await card.getByText("Inside").waitFor();
    const [opened] = await Promise.all([megan.context().waitForEvent("page"), button(megan, id, "Page").click()]);
    expect(opened.url()).toBe(`${target.url}/page`);
    await opened.close();
    expect(await button(megan, id, "Nobody").isDisabled()).toBe(true);
    await button(megan, id, "Order").click();
    await card.getByText("Say something").waitFor();
    await card.getByLabel(/Wish/).fill("Bread");
    const value = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "Bread is coming" }] };
    target.reply = {
      body: JSON.stringify({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value }),
    };
    await button(megan, id, "Order").click();
    for (const page of [megan, ada]) await messageOn(page, id).getByText("Bread is coming").waitFor();
    expect(target.received.filter(({ path }) => path === "/order")).toHaveLength(1);
  });

  test("somebody else's press is left to them, and the organisation's switch disables all at once", async () => {
    const mine = await posted(asking(httpPost()));
    const hers = await posted({ ...asking(httpPost()), expectedActors: [member.upn] });
    await button(ada, mine, "Approve").waitFor();
    expect(await button(ada, hers, "Approve").isDisabled()).toBe(true);
    expect(await button(megan, hers, "Approve").isEnabled()).toBe(true);
    await messageOn(ada, hers)
      .getByText(/expects somebody else/)
      .waitFor();
    await parvis.call("PATCH", "/api/settings", { connectorsActionableMessagesEnabled: false });
    await messageOn(megan, mine)
      .getByText(/switched off/)
      .waitFor();
    expect(await button(megan, mine, "Approve").isDisabled()).toBe(true);
    await parvis.call("PATCH", "/api/settings", { connectorsActionableMessagesEnabled: true });
    await expect.poll(async () => await button(megan, mine, "Approve").isEnabled()).toBe(true);
  });

  test("pictures come from Parvis alone: their host never hears of who reads", async () => {
    const address = (name: string) => `${pictures.url}/${name}`;
    const asked: string[] = [];
    for (const page of [ada, megan]) page.on("request", (request) => asked.push(request.url()));
    pictures.reply = ({ path }) =>
      path === "/drawing.svg"
        ? { headers: { "Content-Type": "image/svg+xml" }, body: "<svg xmlns='http://www.w3.org/2000/svg'/>" }
        : { body: colorIcon };
    const id = await posted({
      "@type": "MessageCard",
      text: `In a text: ![in the text](${address("text.png")})`,
      sections: [
        { activityTitle: "Who", activityImage: address("activity.png") },
        { heroImage: { image: address("hero.png"), title: "The hero" } },
        {
          images: [
            { image: address("it's (1).png"), title: "Odd name" },
            { image: address("drawing.svg"), title: "A drawing" },
          ],
        },
        { images: [{ image: "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=", title: "Inside" }] },
      ],
    });
    const adaptive = await posted({
      type: "AdaptiveCard",
      version: "1.5",
      backgroundImage: { url: address("background.png") },
      body: [
        { type: "Image", url: address("image.png"), altText: "One" },
        { type: "TextBlock", text: "Behind" },
      ],
      actions: [{ type: "Action.OpenUrl", title: "Go", url: "https://a.example", iconUrl: address("icon.png") }],
    });
    for (const page of [ada, megan]) {
      const card = messageOn(page, id);
      await card.getByText("A drawing").waitFor();
      await expect
        .poll(
          async () =>
            await card
              .locator(".parvis-card img")
              .evaluateAll((images) =>
                images.map((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0),
              ),
        )
        .toEqual(Array(5).fill(true));
      await messageOn(page, adaptive).getByRole("img", { name: "One" }).waitFor();
    }
    const names = ["activity", "background", "hero", "icon", "image", "text"].map((name) => `/${name}.png`);
    await until(() => names.every((name) => pictures.received.some(({ path }) => path === name)));
    // Each once, though two people read; and no browser went there itself.
    expect(pictures.received.map(({ path }) => path).toSorted()).toEqual(
      [...names, "/drawing.svg", "/it%27s%20%281%29.png"].toSorted(),
    );
    expect(
      pictures.received.every(({ headers }) => headers["user-agent"] === "Parvis" && headers.cookie === undefined),
    ).toBe(true);
    expect(asked.filter((url) => url.startsWith(pictures.url))).toEqual([]);
  });

  test("a page that tries to reach a picture's host anyway is stopped", async () => {
    const blocked = await megan.evaluate(async (address) => {
      const violation = new Promise<string>((told) =>
        document.addEventListener("securitypolicyviolation", (event) => told(event.effectiveDirective), { once: true }),
      );
      new Image().src = address;
      return await violation;
    }, `${pictures.url}/tracker.png`);
    expect(blocked).toBe("img-src");
    expect(pictures.received).toEqual([]);
  });

  test("no page has thrown an error", () => {
    expect(errors.flat()).toEqual([]);
  });
});
