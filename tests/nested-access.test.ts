import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePackage } from "@parvis/manifest";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { pick, signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";

const example = join(import.meta.dirname, "../examples/todo-connector/package");

async function examplePackage(): Promise<Buffer> {
  const files = await Promise.all(
    ["manifest.json", "color.png", "outline.png"].map(
      async (file) => [file, new Uint8Array(await readFile(join(example, file)))] as const,
    ),
  );
  return Buffer.from(writePackage(new Map(files)));
}

/** What groups within groups do for an administrator: access is explained by the way, and policies reach as far as wanted. */
describe("groups within groups", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];
  let appId: string;
  let groups: { nordics: string; europe: string };

  const ask = async <T>(method: string, path: string, data: unknown): Promise<T> => {
    const headers = { Origin: parvis.url, ...(Buffer.isBuffer(data) && { "Content-Type": "application/zip" }) };
    const answer = await context.request.fetch(`${parvis.url}/api${path}`, { method, headers, data });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  };

  beforeAll(async () => {
    [parvis, browser] = await Promise.all([ParvisProcess.start(), startBrowser()]);
    ({ context, page, errors } = await browser.open());
    await page.goto(`${parvis.url}/admin/settings`);
    await signIn(page, administrator);
    appId = (await ask<{ id: string }>("POST", "/apps", await examplePackage())).id;
    const group = async (displayName: string, members: string[]) =>
      (await ask<{ id: string }>("POST", "/groups", { displayName, members })).id;
    const sellers = await group("Sellers", [member.upn]);
    const nordics = await group("Nordics", []);
    const europe = await group("Europe", []);
    groups = { nordics, europe };
    await ask("POST", `/groups/${nordics}/groups`, { groups: [sellers] });
    await ask("POST", `/groups/${europe}/groups`, { groups: ["Nordics"] });
    await ask("PUT", `/apps/${appId}/availability`, { availability: "usersAndGroups", groups: [europe] });
    const policy = await ask<{ id: string }>("POST", "/policies/permission", { name: "European" });
    await ask("PUT", `/policies/permission/assignments/groups/${europe}`, { policyId: policy.id, rank: 1 });
  });
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  const why = () => `${parvis.url}/admin/apps/${appId}?tab=access&person=${member.upn}`;

  test("an explanation names the way from the group somebody is in to the one that counts", async () => {
    await page.goto(why());
    await page.getByText("in it through Sellers, in Nordics.").first().waitFor();
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/It is available to the group Europe, and .+ is in it through Sellers, in Nordics\./);
    expect(text).toMatch(
      /has this policy through the group Europe, rank 1, and is in it through Sellers, in Nordics\./,
    );
    await expectAccessible(page, "an explanation");
  });

  test("a switch decides whether policies reach them, and says first what that does", async () => {
    await page.goto(`${parvis.url}/admin/settings`);
    const control = page.getByRole("switch", { name: "Policies reach groups within groups" });
    expect(await control.isChecked()).toBe(true);
    await control.click();
    const dialog = page.getByRole("alertdialog", { name: "Switch off: Policies reach groups within groups?" });
    await dialog.getByText("Nobody gains or loses an app.").waitFor();
    await dialog.getByRole("button", { name: "Switch off" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("only for whoever is in it directly, as in Microsoft Teams").waitFor();
    expect(await control.isChecked()).toBe(false);
    await page.goto(why());
    await page.getByText("through Sellers, in Nordics.").first().waitFor();
    expect(await page.locator("main").innerText()).toMatch(/has no other policy, so the organisation’s default holds/);
  });

  test("who would lose an app is counted before a group is left, deleted, or comes into another", async () => {
    const lost = (dialog: Locator) => dialog.getByText("1 person loses it.");
    await page.goto(`${parvis.url}/admin/groups/${groups.nordics}?tab=within`);
    await page.getByRole("button", { name: "Take Sellers out" }).click();
    const dialog = page.getByRole("alertdialog");
    await lost(dialog).waitFor();
    await keepPicture(page, "group-what-if");
    await expectAccessible(page, "leaving a group");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await lost(dialog).waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await page.goto(`${parvis.url}/admin/groups/${groups.europe}`);
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await dialog.getByRole("link", { name: "Permission policy European" }).waitFor();
    expect(await dialog.getByRole("button", { name: "Delete Europe" }).getAttribute("aria-disabled")).toBe("true");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Add members" }).click();
    const drawer = page.getByRole("dialog");
    await pick(drawer.getByRole("combobox", { name: "People and groups" }), "Ada", /Ada Admin/);
    await drawer.getByText("1 person gains it.").waitFor();
    await drawer.getByRole("button", { name: "Cancel" }).click();
  });

  test("the same in French", async () => {
    await ask("PATCH", "/settings", { policiesReachNestedGroups: true });
    const french = await browser.open({
      locale: "fr-FR",
      storageState: await context.storageState(),
    });
    await french.page.goto(why());
    await french.page.getByText("par Sellers, dans Nordics.").first().waitFor();
    const text = await french.page.locator("main").innerText();
    expect(text).toMatch(/Elle est disponible pour le groupe Europe, et .+ en fait partie par Sellers, dans Nordics\./);
    await french.page.goto(`${parvis.url}/admin/settings`);
    await french.page.getByRole("switch", { name: "Les stratégies atteignent les groupes contenus" }).waitFor();
    await french.page.goto(`${parvis.url}/admin/groups/${groups.nordics}?tab=within`);
    await french.page.getByRole("button", { name: "Retirer Sellers" }).click();
    await french.page.getByRole("alertdialog").getByText("1 personne la perd.").waitFor();
    expect([...errors, ...french.errors]).toEqual([]);
    await french.context.close();
  });
});
