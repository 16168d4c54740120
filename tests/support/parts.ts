import type { FrameLocator, Page } from "playwright-core";

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

/** The publisher's page: a frame in our own document, which is a frame in the dialog. */
export function publisherPage(page: Page): FrameLocator {
  return page.getByRole("dialog").frameLocator("iframe").frameLocator("iframe");
}
