import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePackage } from "@parvis/manifest";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { pick, signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

const example = join(import.meta.dirname, "../examples/todo-connector/package");
const globalPolicy = "00000000-0000-4000-8000-000000000001";
const unknownApp = "11111111-2222-4333-8444-555555555555";

/** The example's package as an app of another name. */
async function packageNamed(name: string, id: string): Promise<Buffer> {
  const manifest = JSON.parse(await readFile(join(example, "manifest.json"), "utf8")) as { connectors: object[] };
  const connectors = manifest.connectors.map((connector) => ({ ...connector, connectorId: id }));
  const text = JSON.stringify({ ...manifest, id, name: { short: name, full: name }, connectors });
  const icons = await Promise.all(
    ["color.png", "outline.png"].map(
      async (file) => [file, new Uint8Array(await readFile(join(example, file)))] as const,
    ),
  );
  return Buffer.from(writePackage(new Map([["manifest.json", new TextEncoder().encode(text)], ...icons])));
}

/** The administrator's job with policies, in order, on one Parvis. Each test goes on where the one before stopped. */
describe("an administrator decides who may use which apps", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];
  const apps: Record<string, string> = {};

  beforeAll(async () => {
    [parvis, browser] = await Promise.all([ParvisProcess.start(), startBrowser()]);
    ({ context, page, errors } = await browser.open());
    await page.goto(`${parvis.url}/admin/groups`);
    await signIn(page, administrator);
    for (const [index, name] of ["Todo", "Polls", "Travel"].entries()) {
      const answer = await context.request.post(`${parvis.url}/api/apps`, {
        headers: { Origin: parvis.url, "Content-Type": "application/zip" },
        data: await packageNamed(name, `22222222-3333-4444-8555-66666666666${index}`),
      });
      apps[name] = ((await answer.json()) as { id: string }).id;
    }
  });
  stopAtFailure(() => page, "policies");
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  const ask = async <T>(path: string) => await parvis.call<T>("GET", `/api/${path}`);
  // What asks before it does something is an alert dialog.
  const dialogOf = (on: Page) => on.getByRole("dialog").or(on.getByRole("alertdialog"));
  const dialog = () => dialogOf(page);

  /** Types into a box that offers what it finds, and takes one. */
  test("creates a group of people", async () => {
    await page.goto(`${parvis.url}/admin/groups`);
    await page.getByRole("button", { name: "Create a group" }).first().click();
    await dialog().getByRole("textbox", { name: "Name", exact: true }).fill("Sales");
    await pick(dialog().getByRole("combobox", { name: "People" }), "Megan", /Megan/);
    await dialog().getByRole("button", { name: "Create this group" }).click();
    await page.getByRole("link", { name: "Sales" }).click();
    await page.getByRole("heading", { name: "Sales" }).waitFor();
    await page.getByText(member.upn).waitFor();
  });

  test("makes a policy that blocks an app, and sees that nobody has it yet", async () => {
    await page.goto(`${parvis.url}/admin/policies/permission`);
    await page.getByRole("button", { name: "Create a policy" }).click();
    await dialog().getByRole("textbox", { name: "Name", exact: true }).fill("Sellers");
    await dialog().getByRole("button", { name: "Create this policy" }).click();
    await page.getByRole("heading", { name: "Sellers", level: 1 }).waitFor();
    const custom = page.getByRole("radiogroup", { name: "Custom apps" });
    await custom.getByRole("radio", { name: "Block these apps, allow all others" }).click();
    await page.getByText("No app yet").waitFor();
    const picker = page.getByRole("combobox", { name: "Block an app" });
    await pick(picker, "tod", /Todo/);
    await pick(picker, unknownApp, /which is not in the catalogue/);
    await page.getByText("Unknown app: not in the catalogue").waitFor();
    // What was said when the policy was made is gone by then.
    await page.getByRole("button", { name: "Close" }).click();
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 2_000);
    await keepPicture(page, "permission-policy");
    await page.getByRole("button", { name: "Review and save" }).click();
    await dialog().getByText("Nobody gains or loses an app.").waitFor();
    await expectAccessible(page, "saving a policy");
    await dialog().getByRole("button", { name: "Save Sellers" }).click();
    await dialog().waitFor({ state: "detached" });
    await page.getByText(/^Effective since .* set by Ada Admin/).waitFor();
    await page.getByText("Nobody has it yet").waitFor();
  });

  test("gives it to the group with a rank, and sees first who loses the app", async () => {
    await page.goto(`${parvis.url}/admin/policies/permission?tab=groups`);
    await page.getByRole("button", { name: "Give a group a policy" }).click();
    await pick(dialog().getByRole("combobox", { name: "Group" }), "Sal", "Sales");
    await dialog().getByRole("combobox", { name: "Policy" }).click();
    await page.getByRole("option", { name: "Sellers" }).click();
    await dialog().getByRole("textbox", { name: "Rank" }).fill("3");
    await dialog().getByRole("button", { name: "See what changes" }).click();
    await dialog().getByText("1 person loses it").waitFor();
    await dialog().getByText("People lose 1 app").waitFor();
    await keepPicture(page, "what-if");
    await dialog().getByRole("button", { name: "Assign the policy" }).click();
    await page.getByRole("list", { name: "Groups by rank" }).getByText("Sales").waitFor();
    const { allowed } = await ask<{ allowed: boolean }>(`apps/${apps.Todo}/access?person=${member.upn}`);
    expect(allowed).toBe(false);
  });

  test("sees a rank that is taken, and reorders groups by keyboard", async () => {
    const { id } = await parvis.call<{ id: string }>("POST", "/api/groups", { displayName: "Field staff" });
    await page.goto(`${parvis.url}/admin/policies/permission?tab=groups&open=assign`);
    await pick(dialog().getByRole("combobox", { name: "Group" }), "Field", "Field staff");
    await dialog().getByRole("combobox", { name: "Policy" }).click();
    await page.getByRole("option", { name: "Sellers" }).click();
    await dialog().getByRole("textbox", { name: "Rank" }).fill("3");
    await dialog().getByText("Rank 3 is that of Sales. 4 is free.").waitFor();
    await dialog().getByRole("textbox", { name: "Rank" }).fill("4");
    await dialog().getByRole("button", { name: "See what changes" }).click();
    await dialog().getByRole("button", { name: "Assign the policy" }).click();
    await dialog().waitFor({ state: "detached" });
    const handle = page.getByRole("button", { name: /^Move Field staff/ });
    await handle.press("ArrowUp");
    await page.getByText("Field staff is now at place 1 of 2").waitFor();
    await keepPicture(page, "group-ranks");
    await page.getByRole("button", { name: "Review and save" }).click();
    await dialog().getByRole("button", { name: "Save the order" }).click();
    await dialog().waitFor({ state: "detached" });
    const { items } = await ask<{ items: { group: { id: string } }[] }>("policies/permission/assignments/groups");
    expect(items[0]?.group.id).toBe(id);
  });

  test("looks at which policy somebody has, and why", async () => {
    await page.goto(`${parvis.url}/admin/policies/permission?tab=people`);
    await pick(page.getByRole("combobox", { name: "Person" }), "Meg", /Megan/);
    await page.getByText("Through the group Sales, the best-ranked of theirs (rank 2).").waitFor();
    expect(new URL(page.url()).searchParams.get("whose")).not.toBeNull();
  });

  test("imports a table: every wrong line is listed and nothing done, then all of it", async () => {
    await page.goto(`${parvis.url}/admin/policies/permission?tab=people`);
    await page.getByRole("button", { name: "Import a table" }).click();
    const table = async (text: string) =>
      await dialog()
        .locator("input[type=file]")
        .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await table("person,policy\nnobody@contoso.test,Sellers\nmegan@contoso.test,Buyers\nada@contoso.test,Sellers\n");
    await dialog().getByText("2 of 3 lines must be mended").waitFor();
    for (const problem of ["There is no person nobody@contoso.test.", "There is no permission policy Buyers."])
      await dialog().getByText(problem).waitFor();
    await keepPicture(page, "table-refused");
    await expectAccessible(page, "a table with wrong lines");
    await dialog().getByRole("button", { name: "Choose another file" }).click();
    await table("person,policy\nada@contoso.test,Sellers\nmegan@contoso.test,Sellers\n");
    await dialog().getByText("give 2 people and groups a policy").waitFor();
    await dialog().getByText("1 person loses it").waitFor();
    await dialog().getByRole("button", { name: "Apply 2 changes" }).click();
    await dialog().waitFor({ state: "detached" });
    const take = page.getByRole("button", { name: "Take the policy of Ada Admin away" });
    await take.click();
    await dialog().getByText("1 person gains it").waitFor();
    await dialog().getByRole("button", { name: "Take the policy away" }).click();
    await take.waitFor({ state: "detached" });
  });

  test("cannot delete a policy or a group that is used, and sees who uses it", async () => {
    const { items } = await ask<{ items: { id: string; name: string }[] }>("policies/permission");
    await page.goto(`${parvis.url}/admin/policies/permission/${items.find(({ name }) => name === "Sellers")?.id}`);
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await dialog().getByRole("button", { name: "Delete Sellers" }).click();
    await dialog().getByRole("link", { name: "Group Sales" }).waitFor();
    await dialog().getByRole("link", { name: "Megan Bowen" }).waitFor();
    const groups = await ask<{ items: { id: string; displayName: string }[] }>("groups");
    const sales = groups.items.find(({ displayName }) => displayName === "Sales")?.id;
    await page.goto(`${parvis.url}/admin/groups/${sales}`);
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await dialog().getByRole("link", { name: "Permission policy Sellers" }).click();
    await page.waitForURL(/permission\?tab=groups/);
  });

  test("pins apps, and orders them by keyboard and by drag", async () => {
    await page.goto(`${parvis.url}/admin/policies/setup/${globalPolicy}`);
    const picker = page.getByRole("combobox", { name: "Pin an app", exact: true });
    for (const name of ["Todo", "Polls", "Travel"]) await pick(picker, name, new RegExp(name));
    const pins = page.getByRole("list", { name: "Pin an app: in order" }).getByRole("listitem");
    const handle = (name: string) => page.getByRole("button", { name: new RegExp(`^Move ${name}`) });
    await handle("Travel").press("ArrowUp");
    await handle("Travel").press("ArrowUp");
    await page.getByText("Travel is now at place 1 of 3").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/^Move Travel/);
    expect(await pins.allInnerTexts()).toEqual([/Travel/, /Todo/, /Polls/].map((name) => expect.stringMatching(name)));
    const [from, to] = await Promise.all([handle("Polls").boundingBox(), handle("Todo").boundingBox()]);
    await page.mouse.move((from?.x ?? 0) + 8, (from?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 8, (to?.y ?? 0) + 8, { steps: 8 });
    await page.mouse.up();
    await page.getByText("Polls is now at place 2 of 3").waitFor();
    await keepPicture(page, "setup-policy");
    await page.getByRole("button", { name: "Review and save" }).click();
    await dialog().getByText("Everybody without another policy sees this at once.").waitFor();
    await dialog().getByRole("button", { name: "Save Global" }).click();
    await dialog().waitFor({ state: "detached" });
    const { content } = await ask<{ content: { pinnedAppBarApps: string[] } }>(`policies/setup/${globalPolicy}`);
    expect(content.pinnedAppBarApps).toEqual([apps.Travel, apps.Polls, apps.Todo]);
  });

  test("decides when another administrator saved meanwhile, and sees others' changes live", async () => {
    await page.getByRole("switch", { name: "Pin apps" }).click();
    const { content } = await ask<{ content: object }>(`policies/setup/${globalPolicy}`);
    const change = { ...content, allowSideLoading: false };
    await parvis.call("PATCH", `/api/policies/setup/${globalPolicy}`, { content: change });
    await page.getByRole("button", { name: "See the difference" }).click();
    await dialog()
      .getByRole("radio", { name: /^Yours: No/ })
      .waitFor();
    expect(
      await dialog()
        .getByRole("radio", { name: /^Ada Admin: No/ })
        .isChecked(),
    ).toBe(true);
    await keepPicture(page, "conflict");
    await expectAccessible(page, "two administrators");
    await dialog().getByRole("button", { name: "Go on with this" }).click();
    await page.getByRole("button", { name: "Review and save" }).click();
    await dialog().getByRole("button", { name: "Save Global" }).click();
    await dialog().waitFor({ state: "detached" });
    const now = await ask<{ content: object }>(`policies/setup/${globalPolicy}`);
    expect(now.content).toMatchObject({ allowSideLoading: false, allowUserPinning: false });
    await parvis.call("PATCH", `/api/policies/setup/${globalPolicy}`, { content });
    const upload = page.getByRole("switch", { name: "Upload custom apps" });
    await expect.poll(async () => await upload.isChecked()).toBe(true);
  });

  test("sees what an organisation-wide setting would do before it moves", async () => {
    await page.goto(`${parvis.url}/admin/settings`);
    await page.getByRole("switch", { name: "Use and upload custom apps" }).click();
    await dialog().getByText("People lose 3 apps").waitFor();
    await keepPicture(page, "setting-what-if");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    const message = page.getByRole("textbox", { name: "Message to whoever asks" });
    await message.fill("Ask the service desk.");
    await page.getByRole("textbox", { name: "Where to ask instead" }).fill("http://desk.test");
    await page.getByText("Enter an address that begins with https://.").waitFor();
    await page.getByRole("textbox", { name: "Where to ask instead" }).fill("https://desk.test/apps");
    await page.getByRole("button", { name: "Save message and address" }).click();
    await page.getByText("The setting was saved", { exact: true }).waitFor();
    expect(await ask("settings")).toMatchObject({ requestLink: "https://desk.test/apps", allowCustomApps: true });
    expect(errors).toEqual([]);
  });

  test("does the same in French", async () => {
    const french = await browser.open({ locale: "fr-FR", colorScheme: "dark" });
    await french.page.goto(`${parvis.url}/admin/policies/permission`);
    await french.page.getByLabel("Identifiant").fill(administrator.upn);
    await french.page.getByLabel(/^Mot de passe/).fill(administrator.password);
    await french.page.getByRole("button", { name: "Se connecter" }).click();
    await french.page.getByRole("heading", { name: "Stratégies d’autorisation" }).waitFor();
    await french.page.getByRole("button", { name: "Créer une stratégie" }).click();
    const form = dialogOf(french.page);
    await form.getByRole("textbox", { name: "Nom", exact: true }).fill("Vendeurs");
    await form.getByRole("button", { name: "Créer cette stratégie" }).click();
    const custom = french.page.getByRole("radiogroup", { name: "Applications personnalisées" });
    await custom.getByRole("radio", { name: "Bloquer toutes les applications" }).click();
    await french.page.getByRole("button", { name: "Vérifier et enregistrer" }).click();
    await form.getByText("Personne ne gagne ni ne perd d’application.").waitFor();
    await form.getByRole("button", { name: "Enregistrer Vendeurs" }).click();
    await form.waitFor({ state: "detached" });
    await french.page.getByText(/^En vigueur depuis le .* par Ada Admin/).waitFor();
    await french.page.goto(`${parvis.url}/admin/policies/permission?tab=people&open=assign`);
    await pick(form.getByRole("combobox", { name: "Personnes" }), "Ada", /Ada/);
    await form.getByRole("combobox", { name: "Stratégie" }).click();
    await french.page.getByRole("option", { name: "Vendeurs" }).click();
    await form.getByRole("button", { name: "Voir ce qui change" }).click();
    await form.getByText("Des personnes perdent 3 applications").waitFor();
    await expectAccessible(french.page, "what if in French");
    await french.page.goto(`${parvis.url}/admin/policies/permission?tab=people`);
    await french.page.getByRole("button", { name: "Importer un tableau" }).click();
    const table =
      "person,policy\nnobody@contoso.test,Vendeurs\nmegan@contoso.test,Acheteurs\nada@contoso.test,Vendeurs\n";
    await form
      .locator("input[type=file]")
      .setInputFiles({ name: "personnes.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    for (const problem of [
      "Personne ne s’appelle nobody@contoso.test.",
      "Il n’y a pas de stratégie d’autorisation Acheteurs.",
    ])
      await form.getByText(problem).waitFor();
    await expectAccessible(french.page, "a table with wrong lines in French");
    await french.page.goto(`${parvis.url}/admin/policies/permission`);
    await french.page.getByRole("button", { name: "Créer une stratégie" }).click();
    await form.getByRole("textbox", { name: "Nom", exact: true }).fill("vendeurs");
    await form.getByRole("button", { name: "Créer cette stratégie" }).click();
    await form.getByText("Il y a déjà une stratégie Vendeurs.").waitFor();
    await french.page.setViewportSize({ width: 360, height: 740 });
    const overflow = await french.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(french.errors).toEqual([]);
    await french.context.close();
  });
});
