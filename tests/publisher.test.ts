// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the toolkit writes its placeholders this way.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validatePackage, writePackage } from "@parvis/manifest";
import { encode } from "fast-png";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture, paint } from "./support/screens.ts";

const example = join(import.meta.dirname, "../examples/todo-connector/package");

type Manifest = Record<string, unknown> & { developer: object; name: object; description: object };

/** The example's manifest without what its own rules find in it: it is served from this machine. */
async function exampleManifest(): Promise<Manifest> {
  const text = await readFile(join(example, "manifest.json"), "utf8");
  return JSON.parse(
    text
      .replaceAll("http://localhost:4710", "https://todo.contoso.com")
      .replaceAll("localhost:4710", "todo.contoso.com"),
  );
}

async function packageOf(manifest: string, icons: Record<string, Uint8Array> = {}): Promise<Buffer> {
  const read = async (name: string) => new Uint8Array(await readFile(join(example, name)));
  const files = { "color.png": await read("color.png"), "outline.png": await read("outline.png"), ...icons };
  return Buffer.from(
    writePackage(new Map([["manifest.json", new TextEncoder().encode(manifest)], ...Object.entries(files)])),
  );
}

/** Twelve faults, three of which leave no choice how to mend them. */
async function brokenPackage(): Promise<Buffer> {
  const manifest = await exampleManifest();
  const { developer, name, description } = manifest;
  const faulty = {
    ...manifest,
    id: "todo",
    version: "0.1.0",
    developer: { ...developer, name: " Contoso ", privacyUrl: "http://www.contoso.com/privacy" },
    name: { ...name, short: "Todo lists with a name that is far too long" },
    description: { ...description, short: "" },
    accentColor: "blue",
    isFullScreen: "true",
    validDomain: ["todo.contoso.com"],
  };
  const text = `\uFEFF${JSON.stringify(faulty, null, 2).replace(/\n\}$/, ",\n}")}`;
  const pixels = Uint8Array.from({ length: 96 * 96 * 4 }, (_, index) => [91, 95, 199, 255][index % 4] ?? 0);
  const small = encode({ width: 96, height: 96, channels: 4, data: pixels });
  return await packageOf(text, { "color.png": small });
}

/** The example, and a version of it with a bot, another domain and a permission. */
async function twoVersions(): Promise<{ before: Buffer; after: Buffer }> {
  const manifest = await exampleManifest();
  const { description } = manifest;
  const next = {
    ...manifest,
    version: "1.1.0",
    description: { ...description, short: "Tasks of your lists, as cards in a channel" },
    bots: [{ botId: "7b2c8f0e-0f63-4c0b-8f0e-4a1d6b9a7c11", scopes: ["team"] }],
    validDomains: ["todo.contoso.com", "lists.contoso.com"],
  };
  return { before: await packageOf(JSON.stringify(manifest)), after: await packageOf(JSON.stringify(next)) };
}

/** Drops files on a page as a person does: from the disk, with the mouse. */
async function drop(page: Page, selector: string, files: readonly string[]): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen`);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  await session.detach();
}

/** axe finds nothing at all on the page. */
async function expectFaultless(page: Page, what: string): Promise<void> {
  // A theme that was chosen just now.
  await paint(page);
  await expectAccessible(page, what, ["minor", "moderate", "serious", "critical"]);
}

const zip = (name: string, buffer: Buffer) => ({ name, mimeType: "application/zip", buffer });

describe("a publisher checks and compares packages in the browser", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];
  let folder: string;

  /** Signed in, on a page of the publisher, with everything loaded that the frame loads by itself. */
  async function openPublisher(options = {}): Promise<void> {
    ({ context, page, errors } = await browser.open({ acceptDownloads: true, ...options }));
    await page.goto(parvis.url);
    if (options === english) await signIn(page, member);
    else await signInFrench();
    await page.goto(`${parvis.url}/publisher`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  const english = {};

  async function signInFrench(): Promise<void> {
    await page.getByLabel("Identifiant").fill(member.upn);
    await page.getByLabel(/^Mot de passe/).fill(member.password);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("banner").waitFor();
  }

  /** Chooses instead of dropping: the first input takes files, the second a folder. */
  async function choose(files: ReturnType<typeof zip>[] | string, input = 0): Promise<void> {
    await page.locator("main input[type=file]").nth(input).setInputFiles(files);
  }

  const errorsStop = () => page.getByText(/errors? stops? this package/).first();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "parvis-publisher-"));
    parvis = await ParvisProcess.start();
    browser = await startBrowser();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail")
      await page?.screenshot({ path: `test-results/publisher-${task.name.slice(0, 6)}.png` });
    expect(errors).toEqual([]);
    await context?.close();
  });
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  test("twelve faults are twelve findings, three are mended, two versions compared, and nothing leaves the browser", async () => {
    await openPublisher(english);
    const [broken, { before, after }] = [await brokenPackage(), await twoVersions()];
    await writeFile(join(folder, "todo.zip"), broken);
    const sent: { method: string; url: string; body: string | null }[] = [];
    context.on("request", (request) =>
      sent.push({ method: request.method(), url: request.url(), body: request.postData() }),
    );

    // Check.
    await drop(page, "main button", [join(folder, "todo.zip")]);
    await page.getByRole("status").getByText("12 findings").waitFor();
    await page.getByText("10 errors stop this package.").waitFor();
    const findings = page.getByRole("tabpanel").getByRole("listitem").filter({ hasText: "How to fix:" });
    expect(await findings.count()).toBe(12);
    const first = findings.filter({ hasText: "schema/maxLength" });
    await first.getByText("line 13").waitFor();
    await first.locator("mark").getByText("Todo lists with a name that is far too long").waitFor();
    await keepPicture(page, "publisher-check-light");

    // Look through them.
    await page
      .getByRole("button", { name: "2 warnings" })
      .or(page.getByRole("button", { name: "1 warning" }))
      .click();
    await page.getByText("1 of 12 findings").waitFor();
    await page.getByRole("button", { name: "1 warning" }).click();
    await page.getByRole("searchbox").fill("icon size");
    await page.getByText("1 of 12 findings").waitFor();
    await page.getByRole("searchbox").fill("");
    await page.getByRole("status").getByText("12 findings", { exact: true }).waitFor();
    await page.getByRole("tab", { name: "Icons" }).click();
    await page.getByText("96 × 96").waitFor();
    await page.getByRole("tab", { name: "What it asks for" }).click();
    await page.getByText("A connector that posts cards into channels").waitFor();
    await page.getByRole("tab", { name: "Files" }).click();
    await page.getByRole("cell", { name: "outline.png" }).waitFor();

    // Leave and come back: what was chosen and looked at is still there.
    await page.getByRole("link", { name: "Apps" }).click();
    await page.getByRole("heading", { level: 1, name: "Apps" }).waitFor();
    const kept = sent.length;
    await page.goBack();
    await page.getByRole("cell", { name: "outline.png" }).waitFor();
    await page.getByRole("tab", { name: "Findings" }).click();

    // Mend.
    await page.getByRole("button", { name: "Mend 3 faults" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("byte-order mark removed").waitFor();
    await dialog.getByRole("textbox", { name: "manifest.json mended" }).getByText('"Contoso"').waitFor();
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Download the mended copy" }).click();
    const saved = await (await download).path();
    expect((await validatePackage(new Uint8Array(await readFile(saved)))).findings).toHaveLength(9);
    await dialog.getByRole("button", { name: "Check the mended copy" }).click();
    await page.getByRole("status").getByText("9 findings").waitFor();
    const report = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as JSON" }).click();
    const written: { files: { findings: unknown[] }[] } = JSON.parse(
      await readFile(await (await report).path(), "utf8"),
    );
    expect(written.files[0]?.findings).toHaveLength(9);

    // Compare.
    await page.getByRole("navigation", { name: "Publisher" }).getByRole("link", { name: "Compare" }).click();
    await page.getByRole("heading", { level: 1, name: "Compare two versions" }).waitFor();
    await choose([zip("todo-1.1.zip", after)]);
    await page.getByRole("heading", { name: "todo-1.1.zip" }).waitFor();
    await choose([zip("todo-1.0.zip", before)], 2);
    await page.getByText("The version must be 1.1.1 or higher.").waitFor();
    await page.getByRole("button", { name: "Swap the two" }).click();
    await page.getByText("The version is higher, as it must be.").waitFor();
    await page.getByText("a bot was added").first().waitFor();
    await page.getByRole("heading", { name: "1 permission", exact: true }).waitFor();
    await page.getByRole("heading", { name: "1 capability", exact: true }).waitFor();
    await page.getByText('"lists.contoso.com"').waitFor();
    await keepPicture(page, "publisher-compare-light");
    await page.getByRole("tab", { name: "Manifests side by side" }).click();
    await page.getByRole("textbox", { name: "Version to replace it" }).getByText("Tasks of your lists").waitFor();

    // Nothing was sent but for the client's own files, and what the page of apps reads when it is opened.
    const asked = [...sent.slice(0, kept).filter(({ url }) => !url.includes("/api/")), ...sent.slice(kept)];
    const own = ({ url }: { url: string }) =>
      [`${parvis.url}/assets/`, `${parvis.url}/favicon.svg`, "blob:"].some((start) => url.startsWith(start));
    expect(asked.filter((request) => !own(request))).toEqual([]);
    expect(sent.filter(({ method, body }) => method !== "GET" || body !== null)).toEqual([]);

    // It also works without a network: there is nobody who could be told.
    await page.getByRole("navigation", { name: "Publisher" }).getByRole("link", { name: "Check" }).click();
    await page.getByRole("status").getByText("9 findings").waitFor();
    await context.setOffline(true);
    await choose([zip("again.zip", broken)]);
    await page.getByRole("status").getByText("12 findings").waitFor();
    await page.getByText("again.zip").first().waitFor();
    await context.setOffline(false);
  }, 240_000);

  test("what is no package gets a clear answer", async () => {
    await openPublisher(english);
    const good = await packageOf(JSON.stringify(await exampleManifest()));
    const rule = (name: string) => page.getByRole("tabpanel").getByText(name, { exact: true }).first().waitFor();

    await choose([zip("notes.zip", Buffer.from("These are notes."))]);
    await rule("package/not-a-zip");
    await choose([zip("cut.zip", good.subarray(0, good.length - 40))]);
    await page.getByRole("heading", { level: 1, name: "cut.zip" }).waitFor();
    await errorsStop().waitFor();
    await choose([zip("film.zip", Buffer.alloc(31 * 1024 * 1024))]);
    await rule("package/too-large");

    await choose([zip("a.zip", good), zip("b.zip", good)]);
    await page.getByText("These are several files without a manifest.json among them.").waitFor();
    await page.getByRole("heading", { level: 1, name: "film.zip" }).waitFor();

    const empty = join(folder, "nothing here");
    await mkdir(empty, { recursive: true });
    await writeFile(join(empty, "readme.txt"), "No manifest.");
    await choose(empty, 1);
    await rule("package/no-manifest");

    const text = '{\n  "id": ,\n  "version": "1.0.0"\n  "name": { "short": "Todo", }\n';
    await choose([{ name: "manifest.json", mimeType: "application/json", buffer: Buffer.from(text) }]);
    await page.getByRole("heading", { level: 1, name: "manifest.json" }).waitFor();
    await page.getByText("line 2").first().waitFor();
    await page.getByText("line 4").first().waitFor();
    await page.getByRole("tab", { name: "What it asks for" }).click();
  });

  test("values of placeholders come from a file, and are written into the mended copy", async () => {
    await openPublisher(english);
    const manifest = { ...(await exampleManifest()), id: "${{APP_ID}}", version: "${{APP_VERSION}}" };
    await choose([zip("todo.zip", await packageOf(JSON.stringify(manifest)))]);
    await page.getByText("2 placeholders have no value:").waitFor();
    await page.getByText("No error, but 2 placeholders must be filled in before it is uploaded.").waitFor();
    const env = (text: string) => ({ name: ".env", mimeType: "text/plain", buffer: Buffer.from(text) });
    const input = page.getByLabel("Choose an .env file").and(page.locator("input"));
    await input.setInputFiles(env("SOMETHING=else"));
    await page.getByText("has no value for any of these placeholders").waitFor();
    await input.setInputFiles(env("APP_ID=0b7c9c52-6f0e-4f0b-9d0e-2f6f9f4a2a02\nAPP_VERSION=1.0.0\n"));
    await page.getByText("2 placeholders are filled in for this check:").waitFor();
    await page.getByText("Ready for an organisation’s catalogue.").waitFor();
    await page.getByRole("radio", { name: "the public store" }).click();
    await page
      .getByText(/Nothing a machine can check|stops? this package/)
      .first()
      .waitFor();
  });

  test("it speaks French, fits a phone, and is accessible in every theme", async () => {
    const french = { locale: "fr-FR" };
    await openPublisher(french);
    await expectFaultless(page, "publisher, before anything is chosen");
    await choose([zip("todo.zip", await brokenPackage())]);
    await page.getByText("10 erreurs arrêtent ce package.").waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "Pour corriger" }).count()).toBe(12);
    const themes = { light: "no-preference", dark: "no-preference", contrast: "more" } as const;
    const everyTheme = async (what: string) => {
      for (const [theme, contrast] of Object.entries(themes)) {
        await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light", contrast });
        await expectFaultless(page, `${what}, ${theme}`);
      }
    };
    await everyTheme("findings");
    for (const tab of ["Icônes", "Ce qu’elle demande", "Langues", "Fichiers"]) {
      await page.getByRole("tab", { name: tab }).click();
      await everyTheme(tab);
    }
    await page.getByRole("button", { name: "Corriger 3 défauts" }).click();
    await page.getByRole("dialog").getByRole("textbox").first().waitFor();
    await everyTheme("mending");
    await page.keyboard.press("Escape");

    const { before, after } = await twoVersions();
    await page.getByRole("navigation", { name: "Éditeur" }).getByRole("link", { name: "Comparer" }).click();
    await page.getByRole("heading", { level: 1, name: "Comparer deux versions" }).waitFor();
    await choose([zip("todo-1.0.zip", before)]);
    await page.getByRole("heading", { name: "todo-1.0.zip" }).waitFor();
    await choose([zip("todo-1.1.zip", after)], 2);
    await page.getByText("un bot a été ajouté").first().waitFor();
    await everyTheme("changes");
    await page.getByRole("tab", { name: "Manifestes côte à côte" }).click();
    await page.getByRole("textbox").first().waitFor();
    await everyTheme("manifests");

    await page.setViewportSize({ width: 360, height: 740 });
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector("main section")?.scrollWidth,
    ]);
    expect(widths).toEqual([360, 360]);
    await everyTheme("manifests on a phone");
  }, 240_000);
});
