import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fillJsonText, validatePackage, writePackage } from "@parvis/manifest";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { colorIcon, outlineIcon } from "../apps/server/src/testing/packages.ts";
import { administrator, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { type ConnectorSite, type SdkVersion, startConnectorSite } from "./support/connector-site.ts";
import { askToAdd, openChannel, publisherPage, signIn, uploadApp } from "./support/parts.ts";

const corpus = join(import.meta.dirname, "../../shared/corpus/manifests");

interface RealPackage {
  readonly file: string;
  /** Where its configuration page is. */
  readonly host: string;
  /** The teams-js its page loads. */
  readonly sdk: SdkVersion;
  /** What its author left to be filled in. */
  readonly values?: Readonly<Record<string, string>>;
}

const packages: readonly RealPackage[] = [
  { file: "ts-connector-generic-nodejs.json", host: "671872397d19.ngrok.io", sdk: "1.5.2" },
  {
    file: "ts-connector-todo-notification-nodejs-v3.json",
    host: "todo.contoso.example",
    sdk: "1.13.1",
    values: {
      "manifest-Id": "6b2f4a0e-52a8-4c8f-9a1f-6a9d1f2f7c11",
      "connector-Id": "6b2f4a0e-52a8-4c8f-9a1f-6a9d1f2f7c11",
      "base-url": "todo.contoso.example",
      appDomain: "todo.contoso.example",
    },
  },
  {
    file: "docs-connectors-creating-1-4.json",
    host: "teamstodoappconnectorwithinlineconfig.azurewebsites.net",
    sdk: "2.58.0",
  },
];

interface ManifestNames {
  readonly name: { readonly short: string };
  readonly icons: { readonly color: string; readonly outline: string };
}

/** The manifest byte for byte but for its placeholders, and two icons under the names it declares. */
function realPackage({ file, values = {} }: RealPackage): { name: string; bytes: Uint8Array } {
  const source = readFileSync(join(corpus, file), "utf8");
  const filled = Object.keys(values).length > 0 ? fillJsonText(source, values) : source;
  const { name, icons } = JSON.parse(filled.replace(/^\uFEFF/, "")) as ManifestNames;
  const files: [string, Uint8Array][] = [
    ["manifest.json", new TextEncoder().encode(filled)],
    [icons.color, colorIcon],
    [icons.outline, outlineIcon],
  ];
  return { name: name.short, bytes: writePackage(new Map(files)) };
}

if (!existsSync(corpus)) console.warn(`Skipped: the corpus of real manifests is not at ${corpus}`);

/**
 * Packages of other people, as they are: their pages know nothing of Parvis and load an unmodified SDK that listens to Teams'
 * own host names only. So Parvis stands behind TLS under such a name.
 */
describe.skipIf(!existsSync(corpus))(
  "real packages of connectors, with Parvis under a name that their SDKs accept",
  () => {
    const publicUrl = "https://teams.microsoft.com";
    let parvis: ParvisProcess;
    let site: ConnectorSite;
    let browser: TestBrowser;
    let page: Page;
    let errors: string[];

    beforeAll(async () => {
      parvis = await ParvisProcess.start({ environment: { PARVIS_PUBLIC_URL: publicUrl } });
      site = await startConnectorSite(parvis.localUrl, new URL(publicUrl).hostname);
      const hosts = [new URL(publicUrl).hostname, ...packages.map(({ host }) => host)];
      browser = await startBrowser(Object.fromEntries(hosts.map((host) => [host, site.port])));
      ({ page, errors } = await browser.open());
      await page.goto(publicUrl);
      await signIn(page, administrator);
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
      await parvis?.dispose();
    });

    test.each(packages)("$file, whose page loads teams-js $sdk", async (real) => {
      const { name, bytes } = realPackage(real);
      const verdict = await validatePackage(bytes, { target: "organization" });
      expect(verdict.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      site.sdk = real.sdk;

      await page.goto(`${publicUrl}/admin/apps`);
      await uploadApp(page, "app.zip", Buffer.from(bytes));
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.goto(`${publicUrl}/apps`);
      await page.getByRole("link", { name }).first().click();
      const dialog = await askToAdd(page, "Engineering");
      await dialog.getByRole("button", { name: "Install for Engineering" }).click();
      await dialog.getByText(`${name} is in Engineering now`).waitFor();

      await page.goto(publicUrl);
      await openChannel(page, "Alerts");
      await page.getByRole("button", { name: "Connectors" }).click();
      await page.getByRole("button", { name: `Configure ${name}` }).click();
      const save = page.getByRole("dialog").getByRole("button", { name: "Save" });
      const inner = publisherPage(page);
      await inner.getByLabel("Everything").waitFor();
      expect(await save.isDisabled()).toBe(true);
      await inner.getByLabel("Everything").check();
      await expect.poll(async () => await save.isEnabled()).toBe(true);
      const early = await inner.locator("#early").textContent();
      await save.click();
      await page
        .getByText(/is configured/)
        .first()
        .waitFor();
      expect(site.asked).toContain(real.host);

      // The address is the one that the page was given, known to it since it was loaded.
      expect(early).toMatch(/^https:\/\/teams\.microsoft\.com\/webhookb2\//);
      const answer = await fetch(parvis.localUrl + new URL(early ?? "").pathname, {
        method: "POST",
        body: JSON.stringify({ title: `From ${name}`, text: `posted through teams-js ${real.sdk}` }),
      });
      expect([answer.status, await answer.text()]).toEqual([200, "1"]);
      await page.keyboard.press("Escape");
      await page.goto(page.url().split("?")[0] ?? "");
      await page.getByText(`posted through teams-js ${real.sdk}`).waitFor();
    });

    test("no page has thrown an error", () => {
      expect(errors).toEqual([]);
    });
  },
);
