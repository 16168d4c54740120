// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the toolkit writes its placeholders this way.
import { readFile } from "node:fs/promises";
import { validateManifestText, validatePackage } from "@parvis/manifest";
import type { BrowserContext, Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

/** As toolkits wrote it years ago: an old schema, a property that is gone, permissions that have moved, a placeholder. */
const oldManifest = {
  $schema: "https://developer.microsoft.com/json-schemas/teams/v1.8/MicrosoftTeams.schema.json",
  manifestVersion: "1.8",
  version: "1.0.0",
  id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
  packageName: "com.contoso.alerts",
  name: { short: "Alerts", full: "Alerts for all" },
  description: { short: "Alerts", full: "Alerts for everybody." },
  developer: {
    name: "Contoso",
    websiteUrl: "https://www.contoso.com",
    privacyUrl: "https://www.contoso.com/privacy",
    termsOfUseUrl: "https://www.contoso.com/terms",
  },
  icons: { color: "color.png", outline: "outline.png" },
  accentColor: "#4F6BED",
  connectors: [
    {
      connectorId: "${{CONNECTOR_ID}}",
      configurationUrl: "https://alerts.contoso.com/connector",
      scopes: ["team"],
    },
  ],
  validDomains: ["alerts.contoso.com"],
};

async function textOf(download: Download): Promise<string> {
  return await readFile(await download.path(), "utf8");
}

/** A publisher writes a manifest from nothing to a package. Each test goes on where the one before stopped. */
describe("the manifest editor", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];
  const sent: string[] = [];

  beforeAll(async () => {
    parvis = await ParvisProcess.start();
    browser = await startBrowser();
    ({ context, page, errors } = await browser.open());
    await page.goto(`${parvis.url}/publisher/edit`);
    await signIn(page, member);
    context.on("request", (request) => {
      if (request.method() !== "GET" || request.url().includes("?")) sent.push(`${request.method()} ${request.url()}`);
    });
  });
  stopAtFailure(() => page, "publisher-editor");
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  const editor = () => page.getByRole("textbox", { name: /manifest\.json/ });
  const findings = () => page.getByRole("region", { name: "Findings" });
  const line = (text: string): Locator => page.locator(".cm-line", { hasText: text }).first();

  /** Writes over what stands in a line. */
  async function rewrite(old: string, text: string): Promise<void> {
    await line(old).click();
    await page.keyboard.press("End");
    await page.keyboard.press("Shift+Home");
    await page.keyboard.insertText(text);
  }

  /** Goes to the end of a line, to write on. */
  async function goBehind(text: string): Promise<void> {
    await line(text).click();
    await page.keyboard.press("End");
  }

  /** Points at something until it is explained: after a reload the pointer is answered once the explanations are loaded. */
  async function pointAt(target: Locator): Promise<Locator> {
    const tip = page.locator(".cm-tooltip-hover");
    const explained = async () => {
      await page.mouse.move(5, 5);
      await target.hover();
      await tip.waitFor({ timeout: 2_000 }).catch(() => undefined);
      return await tip.count();
    };
    await expect.poll(explained).toBe(1);
    return tip;
  }

  /** As the page is once nothing on it moves: half-way between two colours, their contrast is that of neither. */
  async function looksAccessible(what: string): Promise<void> {
    await page.evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
      await Promise.allSettled(ending.map(({ finished }) => finished));
    });
    await expectAccessible(page, what);
  }

  /** Takes one of the suggestions. The editor minds no Enter that comes before anybody can have read the list. */
  async function choose(name: string): Promise<void> {
    await page.keyboard.press("Control+Space");
    const option = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option", { name });
    await option.waitFor();
    await page.waitForTimeout(150);
    while ((await option.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }

  test("begins with ways to begin, and says that nothing is uploaded", async () => {
    await page.getByRole("heading", { name: "Edit a manifest" }).waitFor();
    await page.getByText("Stays in this browser").waitFor();
    await page.getByRole("button", { name: "Choose a file" }).waitFor();
    await looksAccessible("nothing to edit yet");
  });

  test("makes a connector of a few answers, and says which answer breaks a rule", async () => {
    await page.getByRole("button", { name: "New connector" }).click();
    const dialog = page.getByRole("dialog");
    const make = dialog.getByRole("button", { name: "Write the manifest" });
    await make.click();
    await dialog.getByText("This is needed.").first().waitFor();
    await dialog.getByLabel("Name of the app").fill("Contoso Pulse");
    await dialog.getByRole("textbox", { name: "Developer", exact: true }).fill("Contoso");
    await dialog.getByLabel("Address of the app").fill("http://pulse.contoso.com");
    await make.click();
    await dialog
      .getByText(/https:\/\/ address/)
      .first()
      .waitFor();
    await looksAccessible("answers");
    await dialog.getByLabel("Address of the app").fill("https://pulse.contoso.com");
    await make.click();
    await editor().waitFor();
    await findings().getByText("Nothing to correct").waitFor();
  });

  test("finds a wrong value while it is written, goes to it and mends it", async () => {
    await rewrite('"version":', '"version": 7,');
    const found = findings().getByRole("button", { name: /^version is a number/ });
    await found.waitFor();
    await expect.poll(async () => await page.locator(".cm-lintRange-error").allInnerTexts()).toEqual(["7"]);
    await page.locator(".cm-lint-marker-error").first().waitFor();
    await goBehind('"accentColor"');
    await found.click();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("7");
    await goBehind('"$schema"');
    await page.keyboard.press("F8");
    await page.getByRole("tooltip").or(page.locator(".cm-tooltip-lint")).first().getByText("Write a text.").waitFor();
    await page.keyboard.press("Escape");
    await findings().getByRole("button", { name: 'Write "7"' }).click();
    await line('"version": "7"').waitFor();
    await page.keyboard.press("Control+z");
    await rewrite('"version": 7', '"version": "1.0.0",');
    await findings().getByText("Nothing to correct").waitFor();
  });

  test("suggests properties with what they require, and values", async () => {
    await goBehind('"accentColor"');
    await page.keyboard.press("Enter");
    await page.keyboard.type('"bot');
    await page.keyboard.press("Control+Space");
    const list = page.getByRole("listbox", { name: "Suggestions" });
    await list.getByRole("option", { name: /^bots/ }).waitFor();
    // Until the findings are about what is written now: axe minds a page that changes under it.
    await findings()
      .getByText(/not valid JSON/)
      .first()
      .waitFor();
    await page.waitForTimeout(500);
    await looksAccessible("suggestions");
    await page.keyboard.press("Enter");
    await line('"botId": ""').waitFor();
    const id = /"id": "([^"]+)"/.exec(await page.locator(".cm-content").innerText())?.[1] ?? "";
    await choose(id);
    await line(`"botId": "${id}"`).waitFor();
    await findings().getByText("Nothing to correct").waitFor();
    await page.keyboard.press("Control+f");
    await page.getByRole("textbox", { name: "Find" }).pressSequentially('"scopes": ["');
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowRight");
    await choose("groupChat");
    await line('["groupChat"').waitFor();
  });

  test("explains what is under the pointer, and the same at the cursor", async () => {
    await page.reload();
    await line('"short": "Contoso Pulse"').waitFor();
    const tip = await pointAt(line('"short": "Contoso Pulse"').getByText('"short"'));
    for (const words of ["name.short", "required", "A short display name for the app.", "At most 30 characters"])
      await tip.getByText(words).first().waitFor();
    await page.mouse.move(5, 5);
    await tip.waitFor({ state: "detached" });
    await line('"short": "Contoso Pulse"').click();
    const card = page.getByRole("region", { name: "At the cursor" });
    await card.getByText("name.short").waitFor();
    await card.getByText("there since 1.0").waitFor();
  });

  test("keeps what was written over a reload", async () => {
    expect(await line('"botId"').count()).toBe(1);
    await page.getByText("Not downloaded yet").waitFor();
    await rewrite('"accentColor"', '"accentColor": "blue",');
    await findings()
      .getByText(/six hexadecimal digits/)
      .first()
      .waitFor();
    await pointAt(line('"short": "Contoso Pulse"').getByText('"short"'));
    await keepPicture(page, "publisher-edit-light");
    await page.mouse.move(5, 5);
    await page.reload();
    await line('"accentColor": "blue"').waitFor();
    await findings()
      .getByText(/six hexadecimal digits/)
      .first()
      .waitFor();
    await looksAccessible("editor");
    for (const theme of ["dark", "contrast"]) {
      await page.evaluate((name) => localStorage.setItem("parvis.theme", name), theme);
      await page.reload();
      await line('"accentColor": "blue"').click();
      await findings()
        .getByText(/six hexadecimal digits/)
        .first()
        .waitFor();
      await looksAccessible(`editor in ${theme}`);
    }
    await page.evaluate(() => localStorage.removeItem("parvis.theme"));
    await page.reload();
  });

  test("leaves by Escape and Tab, and indents by Tab", async () => {
    await line('"accentColor"').click();
    await page.keyboard.press("Tab");
    expect(await editor().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await editor().evaluate((element) => element === document.activeElement)).toBe(false);
  });

  test("refuses to pack what has errors, unless told otherwise", async () => {
    await page.getByRole("button", { name: "Pack", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/1 error: Teams and Parvis refuse/).waitFor();
    await looksAccessible("refused to pack");
    const action = dialog.getByRole("button", { name: "Pack contoso-pulse.zip" });
    expect(await action.getAttribute("aria-disabled")).toBe("true");
    await dialog.getByLabel("Pack it all the same").check();
    const [download] = await Promise.all([page.waitForEvent("download"), action.click()]);
    const { findings: found } = await validatePackage(new Uint8Array(await readFile(await download.path())));
    expect(found.filter(({ severity }) => severity === "error").map(({ pointer }) => pointer)).toEqual([
      "/accentColor",
    ]);
  });

  test("packs what is valid, the same every time", async () => {
    await rewrite('"accentColor"', '  "accentColor": "#4F6BED",');
    await findings().getByText("Nothing to correct").waitFor();
    const packed: Buffer[] = [];
    for (let time = 0; time < 2; time++) {
      await page.getByRole("button", { name: "Pack", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText(/No errors/).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        dialog.getByRole("button", { name: "Pack contoso-pulse.zip" }).click(),
      ]);
      packed.push(await readFile(await download.path()));
      await dialog.waitFor({ state: "detached" });
    }
    const [first, second] = packed;
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    const verdict = await validatePackage(new Uint8Array(first ?? []));
    expect([verdict.valid, [...verdict.files.keys()].sort()]).toEqual([
      true,
      ["color.png", "manifest.json", "outline.png"],
    ]);
  });

  test("upgrades an old manifest after showing what changes, and downloads it", async () => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "File", exact: true }).click();
    await page.getByRole("menuitem", { name: "Open a file" }).click();
    const text = `${JSON.stringify(oldManifest, null, 2)}\n`;
    await (await chooser).setFiles({ name: "old.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await line('"manifestVersion": "1.8"').waitFor();
    await page.getByRole("button", { name: /^Upgrade to 1\.\d+/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("2 things for you to decide").waitFor();
    await dialog.getByText(/manifestVersion and \$schema set to/).waitFor();
    await dialog.locator(".cm-deletedChunk").first().waitFor();
    await looksAccessible("upgrade");
    await dialog.getByRole("button", { name: /^Upgrade to/ }).click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(async () => await line('"manifestVersion": "1.8"').count()).toBe(0);
    expect(await line("packageName").count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("manifest.json");
    const upgraded = await textOf(download);
    expect(JSON.parse(upgraded)).toMatchObject({ id: oldManifest.id, connectors: oldManifest.connectors });
    expect((await validateManifestText(upgraded)).valid).toBe(true);
    await page.getByText("Not downloaded yet").waitFor({ state: "detached" });
  });

  test("fills placeholders from a .env file", async () => {
    await page.getByRole("button", { name: "1 placeholder" }).click();
    const dialog = page.getByRole("dialog");
    const id = "7d1e4b0a-1c52-4a53-8a9e-3f0b1f1f0a11";
    await dialog
      .locator("input[type=file]")
      .setInputFiles({ name: ".env", mimeType: "text/plain", buffer: Buffer.from(`CONNECTOR_ID=${id}\n`) });
    await dialog.getByText("The file has a value for 1 placeholder.").waitFor();
    await looksAccessible("placeholders");
    await dialog.getByRole("button", { name: "Check with these values" }).click();
    await findings().getByText("Nothing to correct").waitFor();
    await page.getByRole("button", { name: "1 placeholder" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Write them into the text" }).click();
    await line(`"connectorId": "${id}"`).waitFor();
  });

  test("closes a draft and goes on with it, and forgets it when told to", async () => {
    await page.getByRole("button", { name: "File", exact: true }).click();
    await page.getByRole("menuitem", { name: /^Close/ }).click();
    await page.getByRole("button", { name: "Go on with old.json" }).click();
    await line("connectorId").waitFor();
    await page.getByRole("button", { name: "File", exact: true }).click();
    await page.getByRole("menuitem", { name: "Discard" }).click();
    const offered = await page.evaluateHandle(() => {
      const seen = { discarded: false };
      const look = () => {
        seen.discarded ||= document.querySelector('[aria-label="Go on with old.json"]') !== null;
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      return seen;
    });
    await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
    await page.getByRole("button", { name: "Go on with Contoso Pulse" }).waitFor();
    expect(await page.getByRole("button", { name: "Go on with old.json" }).count()).toBe(0);
    expect(await offered.evaluate(({ discarded }) => discarded)).toBe(false);
  });

  test("says what cannot be opened", async () => {
    const input = page.getByLabel("Choose a file").and(page.locator("input"));
    await input.setInputFiles({ name: "app.zip", mimeType: "application/zip", buffer: Buffer.from("no zip") });
    await page.getByRole("alert").getByText(/zip/i).first().waitFor();
  });

  test("speaks French, and fits a phone", async () => {
    await page.evaluate(() => localStorage.setItem("parvis.language", "fr"));
    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    await page.getByRole("button", { name: "Continuer avec Contoso Pulse" }).click();
    await page.getByRole("region", { name: "Constats" }).getByText("Rien à corriger").waitFor();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("body *")].some(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          ["auto", "scroll"].includes(getComputedStyle(element).overflowX) &&
          element.closest("nav") === null,
      ),
    );
    expect(wide).toBe(false);
    await page.reload();
    await page.getByRole("region", { name: "Constats" }).getByText("Rien à corriger").waitFor();
    await looksAccessible("editor in French on a phone");
  });

  test("asks before it loses what the browser could not keep", async () => {
    const other = await context.newPage();
    await other.addInitScript(() => {
      localStorage.setItem("parvis.language", "en");
      Object.defineProperty(window, "indexedDB", { value: undefined });
    });
    await other.goto(`${parvis.url}/publisher/edit`);
    const text = JSON.stringify(oldManifest, null, 2);
    await other
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "old.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await other.getByText("This browser keeps nothing here").waitFor();
    await other.locator(".cm-line", { hasText: '"accentColor"' }).click();
    await other.keyboard.press("Enter");
    await other.getByText("Not downloaded yet").waitFor();
    await other.getByRole("button", { name: "File", exact: true }).click();
    await other.getByRole("menuitem", { name: /^Close/ }).click();
    const asked = other.getByRole("alertdialog");
    await asked.getByRole("heading", { name: "Leave old.json?" }).waitFor();
    await asked.getByRole("button", { name: "Cancel" }).click();
    await asked.waitFor({ state: "detached" });
    const leaving = other.waitForEvent("dialog");
    await other.close({ runBeforeUnload: true });
    const question = await leaving;
    expect(question.type()).toBe("beforeunload");
    await question.accept();
  });

  test("has sent nothing anywhere, and no page has thrown an error", () => {
    // The frame asks by itself what came of one's requests for apps; it knows nothing of the manifest.
    const ofTheEditor = sent.filter((each) => !/\/publisher\/edit\?|\/api\/app-requests\/mine\?/.test(each));
    expect(ofTheEditor).toEqual([]);
    expect(errors).toEqual([]);
  });
});
