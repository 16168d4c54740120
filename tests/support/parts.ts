import type { FrameLocator, Locator, Page } from "playwright-core";

/** Signs in on the sign-in page. */
export async function signIn(page: Page, person: { upn: string; password: string }): Promise<void> {
  await page.getByLabel("Sign-in name").fill(person.upn);
  await page.getByLabel(/^Password/).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("banner").waitFor();
}

/** Opens a channel from the list of teams. */
export async function openChannel(page: Page, channel: string): Promise<void> {
  await page.getByRole("treeitem", { name: channel, exact: true }).first().click();
  await page.getByRole("heading", { name: channel }).waitFor();
}

/** Chooses a package in the dialog of *Manage apps*, the page that is open. */
export async function uploadApp(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.getByRole("button", { name: "Upload new app" }).click();
  const input = page.getByRole("dialog").locator("input[type=file]");
  await input.setInputFiles({ name, mimeType: "application/zip", buffer: bytes });
}

/** From an app's page through *Add to a team* to the consent dialog. @returns the dialog */
export async function askToAdd(page: Page, team: string): Promise<Locator> {
  await page.getByRole("button", { name: "Add to a team" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(team).first().click();
  await dialog.getByRole("button", { name: /Continue/ }).click();
  await dialog.getByText("What it adds").waitFor();
  return dialog;
}

/** The publisher's page: a frame in our own document, which is a frame in the dialog. */
export function publisherPage(page: Page): FrameLocator {
  return page.getByRole("dialog").frameLocator("iframe").frameLocator("iframe");
}

/** Types into a field that suggests, and takes what it suggests. */
export async function pick(box: Locator, words: string, option: string | RegExp): Promise<void> {
  await box.click();
  await box.pressSequentially(words);
  await box.page().getByRole("option", { name: option }).first().click();
}
