import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { pick, signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

/** Groups within groups, on the page of one. Each test goes on where the one before stopped. */
describe("an administrator puts groups into groups", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let page: Page;
  let errors: string[];
  const groups: Record<string, string> = {};

  beforeAll(async () => {
    [parvis, browser] = await Promise.all([ParvisProcess.start(), startBrowser()]);
    for (const displayName of ["Retail", "Shops", "Shop Lyon"]) {
      const members = displayName === "Shop Lyon" ? [member.upn] : [];
      groups[displayName] = (await parvis.call<{ id: string }>("POST", "/api/groups", { displayName, members })).id;
    }
    ({ page, errors } = await browser.open());
    await page.goto(`${parvis.url}/admin/groups/${groups.Shops}`);
    await signIn(page, administrator);
  });
  stopAtFailure(() => page, "nested-groups");
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  const dialogOf = (on: Page) => on.getByRole("dialog").or(on.getByRole("alertdialog"));
  const dialog = () => dialogOf(page);

  /** Opens the drawer of a group's page, picks members in it, and sends it. */
  async function add(
    on: Page,
    words: { open: string; label: string; send: string | RegExp },
    names: readonly string[],
  ) {
    await on.getByRole("button", { name: words.open }).click();
    const box = dialogOf(on).getByRole("combobox", { name: words.label });
    for (const name of names) await pick(box, name, name);
    await dialogOf(on).getByRole("button", { name: words.send }).click();
  }
  const english = { open: "Add members", label: "People and groups", send: /^Add \d/ };
  const french = { open: "Ajouter des membres", label: "Personnes et groupes", send: /^Ajouter \d/ };

  test("adds a person and a group at once, and sees who comes how", async () => {
    await page.getByText("Nobody is in this group").waitFor();
    await add(page, english, ["Ada Admin", "Shop Lyon"]);
    await page.getByText("1 person and 1 group came into Shops").first().waitFor();
    const list = page.getByRole("grid", { name: "People" });
    const row = (name: string) => list.getByRole("row", { name: new RegExp(name) });
    await row("Ada Admin").getByText("Directly").waitFor();
    await row("Megan Bowen").getByRole("link", { name: "Shop Lyon" }).waitFor();
    expect(await page.getByRole("button", { name: "Remove Megan Bowen" }).count()).toBe(0);
    await page.getByRole("button", { name: "Close" }).click();
    await keepPicture(page, "group");
    await expectAccessible(page, "people of a group");
    await page.getByRole("button", { name: "Through a group" }).click();
    await row("Ada Admin").waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("how")).toBe("nested");
  });

  test("says both ways how somebody is in it who comes twice, and what stays when one goes", async () => {
    await parvis.call("POST", `/api/groups/${groups.Shops}/members`, { people: [member.upn] });
    await page.goto(`${parvis.url}/admin/groups/${groups.Shops}`);
    const row = page.getByRole("row", { name: /Megan Bowen/ });
    await row.getByText("Directly, Shop Lyon").waitFor();
    await page.getByRole("button", { name: /Megan Bowen/ }).click();
    await dialog().getByText("They stay in it through Shop Lyon").waitFor();
    await dialog().getByRole("button", { name: "Take Megan Bowen out" }).click();
    await dialog().waitFor({ state: "detached" });
    await row.getByText("Directly").waitFor({ state: "detached" });
    await row.getByRole("link", { name: "Shop Lyon" }).waitFor();
  });

  test("is told in words why a ring cannot be, with the way round", async () => {
    await parvis.call("POST", `/api/groups/${groups.Retail}/groups`, { groups: ["Shops"] });
    await page.goto(`${parvis.url}/admin/groups/${groups["Shop Lyon"]}`);
    await add(page, english, ["Retail"]);
    await dialog()
      .getByText("Retail holds Shop Lyon already (Shop Lyon, in Shops, in Retail).", { exact: false })
      .waitFor();
    await expectAccessible(page, "a ring refused");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "detached" });
  });

  test("sees what a group is in, and takes a group out of another, from either side and live", async () => {
    await page.getByRole("tab", { name: "Is in" }).click();
    await page.getByRole("link", { name: "Shops" }).waitFor();
    await page.goto(`${parvis.url}/admin/groups/${groups.Shops}?tab=within`);
    await page.getByRole("button", { name: "Take Shop Lyon out" }).click();
    await dialog()
      .getByText(/that 1 person has through it/)
      .waitFor();
    await dialog().getByRole("button", { name: "Take Shop Lyon out" }).click();
    await page.getByText("No groups in this group").waitFor();
    await page.getByRole("tab", { name: "Is in" }).click();
    await page.getByRole("button", { name: "Take this group out of Retail" }).waitFor();
    const nesting = `${parvis.url}/api/groups/${groups.Retail}/groups/${groups.Shops}`;
    expect((await page.request.delete(nesting, { headers: { Origin: parvis.url } })).status()).toBe(204);
    await page.getByText("This group is in no other").waitFor();
    expect(errors).toEqual([]);
  });

  test("does the same in French, on a phone", async () => {
    await parvis.call("POST", `/api/groups/${groups.Shops}/groups`, { groups: ["Shop Lyon"] });
    const phone = await browser.open({
      ...{ locale: "fr-FR", colorScheme: "dark" },
      viewport: { width: 360, height: 740 },
    });
    await phone.page.goto(`${parvis.url}/admin/groups/${groups["Shop Lyon"]}`);
    await phone.page.getByLabel("Identifiant").fill(administrator.upn);
    await phone.page.getByLabel(/^Mot de passe/).fill(administrator.password);
    await phone.page.getByRole("button", { name: "Se connecter" }).click();
    await add(phone.page, french, ["Shops"]);
    await dialogOf(phone.page)
      .getByText("Shops contient déjà Shop Lyon (Shop Lyon, dans Shops).", { exact: false })
      .waitFor();
    await dialogOf(phone.page).getByRole("button", { name: "Annuler" }).click();
    await phone.page.goto(`${parvis.url}/admin/groups/${groups.Shops}`);
    await phone.page.getByRole("row", { name: /Megan Bowen/ }).waitFor();
    await expectAccessible(phone.page, "a group in French");
    const overflow = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });
});
