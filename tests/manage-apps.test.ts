import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePackage } from "@parvis/manifest";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";

const example = join(import.meta.dirname, "../examples/todo-connector/package");

/** The example's package as another app. */
async function packageOf(change: Record<string, unknown>): Promise<Uint8Array> {
  const manifest = JSON.parse(await readFile(join(example, "manifest.json"), "utf8")) as object;
  const icons = await Promise.all(
    ["color.png", "outline.png"].map(
      async (name) => [name, new Uint8Array(await readFile(join(example, name)))] as const,
    ),
  );
  const text = JSON.stringify({ ...manifest, ...change });
  return writePackage(new Map([["manifest.json", new TextEncoder().encode(text)], ...icons]));
}

const named = (name: string) => ({ id: crypto.randomUUID(), name: { short: name, full: name } });

/** Administrators manage apps as they do all day: block several, say why, answer requests, decide about submissions. */
describe("Manage apps", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let page: Page;
  let errors: string[];
  const apps = new Map<string, string>();
  let planner: { id: string };
  let update: { id: string };

  beforeAll(async () => {
    [parvis, browser] = await Promise.all([ParvisProcess.start(), startBrowser()]);
    for (const name of ["Agenda", "Board", "Chart"]) {
      const made = await parvis.call<{ id: string }>("POST", "/api/apps", await packageOf(named(name)));
      apps.set(name, made.id);
    }
    const offered = { configurableProperties: ["name", "privacyUrl", "accentColor", "smallImageUrl"] };
    const made = await parvis.call<{ id: string }>(
      "POST",
      "/api/apps",
      await packageOf({ ...named("Notes"), ...offered }),
    );
    apps.set("Notes", made.id);
    const todo = await parvis.call<{ id: string }>("POST", "/api/apps", await packageOf({}));
    planner = await parvis.call("POST", "/api/submissions", await packageOf(named("Shift planner")));
    const next = { version: "2.0.0", bots: [{ botId: crypto.randomUUID(), scopes: ["team"] }] };
    update = await parvis.call("POST", `/api/apps/${todo.id}/submissions`, await packageOf(next));
    ({ page, errors } = await signedIn("en-GB"));
  });
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  async function signedIn(locale: string, person = administrator) {
    const opened = await browser.open({ locale });
    const answer = await opened.context.request.post(`${parvis.url}/api/session`, {
      data: person,
      headers: { Origin: parvis.url },
    });
    expect(answer.status()).toBeLessThan(300);
    return opened;
  }

  test("two apps are blocked at once, after a look at who loses them", async () => {
    await page.goto(`${parvis.url}/admin/apps`);
    for (const name of ["Agenda", "Board"]) await page.getByRole("checkbox", { name: `Choose ${name}` }).click();
    await keepPicture(page, "manage-apps-list");
    await page.getByRole("button", { name: "Block", exact: true }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("lose it").first().waitFor();
    await expectAccessible(page, "blocking several apps");
    await dialog.getByRole("button", { name: /^Block 2 apps for/ }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Blocked", exact: true }).click();
    await page.getByRole("link", { name: "Agenda" }).waitFor();
    await page.getByRole("link", { name: "Board" }).waitFor();
    await page.getByRole("link", { name: "Chart" }).waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toContain("status=blocked");
  });

  test("the page of an app says why somebody cannot use it", async () => {
    await page.goto(`${parvis.url}/admin/apps/${apps.get("Agenda")}?tab=access&person=${member.upn}`);
    await page.getByRole("heading", { name: "Megan Bowen may not find, add or use Agenda" }).waitFor();
    await page.getByText("It is blocked.").waitFor();
    await page
      .getByText(/^Set by Ada Admin on/)
      .first()
      .waitFor();
    await expectAccessible(page, "why somebody cannot use an app");
    await keepPicture(page, "why-not");
  });

  test("a request shows up by itself and is allowed", async () => {
    await page.goto(`${parvis.url}/admin/requests`);
    const megan = await signedIn("en-GB", member);
    const asked = await megan.context.request.post(`${parvis.url}/api/apps/${apps.get("Board")}/requests`, {
      data: { note: "For the release" },
      headers: { Origin: parvis.url },
    });
    expect(asked.status()).toBe(201);
    await page.getByRole("link", { name: "Board" }).click();
    await page.getByText("For the release").waitFor();
    await page.getByRole("button", { name: "Allow for whoever asked" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Allow for whoever asked" }).click();
    await page.getByText("1 person who asked may use Board now").first().waitFor();
    await page.getByRole("heading", { name: "Nobody waits for this app" }).waitFor();
    await megan.context.close();
  });

  test("one submission is published, another rejected with a reason", async () => {
    await page.goto(`${parvis.url}/admin/approvals`);
    await page.getByRole("link", { name: "Shift planner" }).click();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Publish Shift planner 1.0.0" }).click();
    await page.getByText("Ada Admin published it.").waitFor();

    await page.goto(`${parvis.url}/admin/approvals/${update.id}`);
    await page.getByText("People must agree again before they get this version:").waitFor();
    await expectAccessible(page, "a submission");
    await keepPicture(page, "submission");
    await page.getByRole("button", { name: "Reject" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: /^Reject/ }).click();
    await dialog.getByText("Say why, so that it can be mended.").waitFor();
    await dialog.getByLabel(/^Reason/).fill("The bot has no privacy statement.");
    await dialog.getByRole("button", { name: /^Reject/ }).click();
    await page.getByText("Ada Admin rejected it:").waitFor();
    const { state, reason } = await parvis.call<{ state: string; reason: string }>(
      "GET",
      `/api/submissions/${update.id}`,
    );
    expect([state, reason]).toEqual(["rejected", "The bot has no privacy statement."]);
    expect((await parvis.call<{ state: string }>("GET", `/api/submissions/${planner.id}`)).state).toBe("published");
    expect(errors).toEqual([]);
  });

  test("who has an app is listed, follows what happens, and is counted before it is deleted", async () => {
    const agenda = apps.get("Agenda") ?? "";
    await parvis.call("PUT", "/api/app-statuses", { status: "allowed", apps: [agenda] });
    await page.goto(`${parvis.url}/admin/apps/${agenda}?tab=places`);
    await page.getByRole("heading", { name: "Nobody has this app yet" }).waitFor();
    const [other, made] = await Promise.all(
      ["Depot", "Field work"].map(
        async (displayName) => await parvis.call<{ id: string }>("POST", "/api/teams", { displayName }),
      ),
    );
    const { definitionId } = await parvis.call<{ definitionId: string }>("GET", `/api/apps/${agenda}/consent`);
    const installation = { appId: agenda, consent: { definitionId } };
    await parvis.call("POST", `/api/teams/${made?.id}/installations`, installation);
    await page.getByRole("link", { name: "Field work" }).waitFor();
    await page.getByText("teams: 1; chats: 0").waitFor();
    await expectAccessible(page, "who has an app");
    await keepPicture(page, "who-has-it");

    await page.getByRole("button", { name: "Delete" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("its place in a team").waitFor();
    await expectAccessible(page, "deleting an app");
    await parvis.call("POST", `/api/teams/${other?.id}/installations`, installation);
    await dialog.getByRole("button", { name: "Delete Agenda" }).click();
    await dialog.getByText("The numbers have changed since you looked.").waitFor();
    await dialog.getByText("its place in 2 teams").waitFor();
    await keepPicture(page, "delete-app");
    await dialog.getByRole("button", { name: "Delete Agenda" }).click();
    await page.getByText("Agenda was deleted").first().waitFor();
    await page.waitForURL(/\/admin\/apps$/);
    await page.getByRole("link", { name: "Agenda" }).waitFor({ state: "detached" });
  });

  test("an app gets a name and a picture of the organisation's own, and gives them back", async () => {
    await page.goto(`${parvis.url}/admin/apps/${apps.get("Notes")}?tab=settings`);
    const name = page.getByLabel("Name", { exact: true });
    await name.fill("Our notes");
    await page.getByLabel("Privacy", { exact: true }).fill("http://contoso.test/privacy");
    await page.getByText("Enter an address that begins with https://").waitFor();
    await page.getByLabel("Privacy", { exact: true }).fill("https://contoso.test/privacy");
    // Not offered by the manifest.
    expect(await page.getByLabel("Full description").count()).toBe(0);
    await page.locator("input[type=file]").setInputFiles(join(example, "color.png"));
    await page.getByRole("button", { name: "Use the publisher’s: Outline icon" }).waitFor();
    await expectAccessible(page, "customising an app");
    await keepPicture(page, "customise-app");
    await page.getByRole("button", { name: "Publish for everybody" }).click();
    await page.getByRole("heading", { name: "Our notes", level: 1 }).waitFor();
    await page.getByText("Publisher’s: Notes").waitFor();

    // Somebody else publishes meanwhile: what is being typed stays, what was left alone is theirs.
    await name.fill("Team notes");
    const address = `/api/apps/${apps.get("Notes")}/customization`;
    await parvis.call("PUT", address, { texts: { accentColor: "#112233" } });
    await page.getByText("has published other changes meanwhile").waitFor();
    expect(await page.getByLabel("Accent colour", { exact: true }).inputValue()).toBe("#112233");
    await page.getByRole("button", { name: "Publish for everybody" }).click();
    await page.getByRole("heading", { name: "Team notes", level: 1 }).waitFor();

    await page.getByRole("button", { name: "Reset to the publisher’s" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Reset to the publisher’s" }).click();
    await page.getByRole("heading", { name: "Notes", level: 1, exact: true }).waitFor();
    const { overrides } = await parvis.call<{ overrides: object }>("GET", address);
    expect(overrides).toEqual({});
    expect(errors).toEqual([]);
  });

  test("the same in French", async () => {
    const french = await signedIn("fr-FR");
    await french.page.goto(`${parvis.url}/admin/apps`);
    await french.page.getByRole("checkbox", { name: "Choisir Chart" }).click();
    await french.page.getByRole("button", { name: "Bloquer", exact: true }).click();
    const dialog = french.page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: /^Bloquer 1 application pour/ }).click();
    await dialog.waitFor({ state: "detached" });
    await french.page.goto(`${parvis.url}/admin/apps/${apps.get("Chart")}?tab=access&person=${member.upn}`);
    await french.page.getByRole("heading", { name: "Megan Bowen ne peut pas trouver" }).waitFor();
    expect(french.errors).toEqual([]);
    await french.context.close();
  });
});
