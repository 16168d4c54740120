import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Elements, TeamsKlaxon } from "@reuters-graphics/teams-klaxon";
import { IncomingWebhook } from "ms-teams-webhook";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alertmanagerHint, findAlertmanager } from "../tools/alertmanager.ts";
import { administrator, ParvisProcess, packFolder } from "../tools/parvis-process.ts";
import { type RunningAlertmanager, startAlertmanager } from "./support/alertmanager.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { openChannel, signIn } from "./support/parts.ts";

const root = join(import.meta.dirname, "..");
const example = join(root, "examples/todo-connector/package");

let parvis: ParvisProcess;
let browser: TestBrowser;
let page: Page;
let errors: string[];
let webhookUrl: string;

beforeAll(async () => {
  parvis = await ParvisProcess.start();
  ({ webhookUrl } = await parvis.connector(await packFolder(example)));
  browser = await startBrowser();
  ({ page, errors } = await browser.open());
  await page.goto(parvis.url);
  await signIn(page, administrator);
  await openChannel(page, "Alerts");
});
afterAll(async () => {
  await browser?.close();
  await parvis?.dispose();
});

/** The newest message of the channel that says something. */
function messageWith(text: string): Locator {
  return page.getByRole("article").filter({ hasText: text }).last();
}

async function expectShown(...texts: string[]): Promise<Locator> {
  const [first = ""] = texts;
  const message = messageWith(first);
  for (const text of texts) await expect.poll(async () => await message.textContent()).toContain(text);
  return message;
}

describe("ms-teams-webhook, with its URL set", () => {
  test("posts a text", async () => {
    const sender = new IncomingWebhook(webhookUrl);
    const answer = await sender.sendText("The **tide** table is new");
    expect([answer?.status, answer?.data]).toEqual([200, 1]);
    const message = await expectShown("The tide table is new");
    expect(await message.locator("strong").textContent()).toBe("tide");
  });

  test("posts a MessageCard", async () => {
    await new IncomingWebhook(webhookUrl).send({
      "@type": "MessageCard",
      "@context": "https://schema.org/extensions",
      summary: "Berth 4",
      themeColor: "0078D7",
      title: "Berth 4 is free",
      sections: [{ activityTitle: "Harbour office", facts: [{ name: "Since", value: "06:40" }] }],
    });
    await expectShown("Berth 4 is free", "Harbour office", "Since", "06:40");
  });

  test("posts Adaptive Cards made from a template, one a set of data", async () => {
    const template = {
      type: "AdaptiveCard",
      version: "1.5",
      body: [{ type: "TextBlock", text: `Ship $\{name} is in sight` }],
    } as const;
    const ships = [{ name: "Albatross" }, { name: "Cormorant" }];
    await new IncomingWebhook(webhookUrl).sendAdaptiveCard(structuredClone(template) as never, ships);
    await expectShown("Ship Albatross is in sight", "Ship Cormorant is in sight");
  });
});

test("@reuters-graphics/teams-klaxon, with its URL set, posts its elements", async () => {
  const klaxon = new TeamsKlaxon(webhookUrl);
  klaxon.makeCard([
    Elements.TextBlock("A klaxon for the _whole_ harbour", { wrap: true }),
    Elements.FactSet([Elements.Fact("Pier", "north"), Elements.Fact("Depth", "4.2 m")]),
    Elements.ActionSet([Elements.ActionOpenUrl("https://tidewater.example/gauge", "Open the gauge")]),
  ]);
  expect(klaxon.cardIsValid()).toBe(true);
  const answer = await klaxon.postCard();
  expect([answer?.status, answer?.data]).toEqual([200, 1]);
  const message = await expectShown("A klaxon for the whole harbour", "Pier", "north", "Depth", "4.2 m");
  expect(await message.getByRole("button", { name: "Open the gauge" }).count()).toBe(1);
});

test("playwright-msteams-reporter, with its URL set, reports a run of Playwright's tests", async () => {
  // Below node_modules, where the runner and the reporter are found as in a project of their own.
  const folder = join(root, "node_modules/.cache/parvis-playwright-run");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const options = { webhookUrl, webhookType: "msteams", title: "Harbour tests", enableDuration: true };
  await writeFile(
    join(folder, "playwright.config.js"),
    `module.exports = { testDir: ".", outputDir: "results", reporter: [["playwright-msteams-reporter", ${JSON.stringify(options)}]] };`,
  );
  await writeFile(
    join(folder, "harbour.spec.js"),
    `const { test, expect } = require("@playwright/test");
     test("high water", () => expect(4.2).toBeGreaterThan(4));
     test("low water", () => expect(4.2).toBeLessThan(1));
     test.skip("no water", () => {});`,
  );
  const runner = join(root, "node_modules/@playwright/test/cli.js");
  const child = spawn(process.execPath, [runner, "test", "-c", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  await once(child, "close");
  expect(said).toContain("Message sent successfully");
  // The reporter prints an answer that is not the one it knows.
  expect(said.trimEnd()).toMatch(/Message sent successfully$/);
  await expectShown("Harbour tests", "Tests failed", "Passed", "Failed", "Skipped", "Total tests", "Duration");
});

const alertmanager = findAlertmanager();
if (alertmanager === undefined) console.warn(`Skipped: ${alertmanagerHint}.`);

describe.skipIf(alertmanager === undefined)("Prometheus Alertmanager, with its webhook's URL set", () => {
  let running: RunningAlertmanager;
  const pump = {
    labels: { alertname: "PumpDown", instance: "pump-3:9100", severity: "critical" },
    annotations: { summary: "Pump 3 does not answer", runbook_url: "https://runbooks.tidewater.example/pump" },
    generatorURL: "http://prometheus.tidewater.example/graph?g0.expr=up",
  };

  beforeAll(async () => {
    running = await startAlertmanager(alertmanager ?? "", webhookUrl);
  });
  afterAll(async () => await running?.stop());

  test("shows an alert that fires", async () => {
    await running.fire(pump);
    const message = await expectShown("Pump 3 does not answer", "Firing", "PumpDown", "pump-3:9100", "critical");
    for (const name of ["Source", "Runbook", "Open Alertmanager"]) {
      expect(await message.getByRole("button", { name }).count(), name).toBe(1);
    }
  });

  test("shows that it is resolved", async () => {
    await running.fire({ ...pump, endsAt: new Date(Date.now() - 1_000).toISOString() });
    await expect.poll(async () => await messageWith("Resolved").textContent()).toContain("PumpDown");
  });

  test("shows several alerts as one group", async () => {
    const disk = (name: string) => ({ labels: { alertname: "DiskFull", severity: "warning", instance: name } });
    await running.fire(disk("store-1"), disk("store-2"));
    await expectShown("Firing: 2", "DiskFull", "store-1", "store-2");
  });

  test("counts every post as delivered", async () => {
    expect(await running.metric('alertmanager_notifications_total{integration="webhook"}')).toBeGreaterThanOrEqual(3);
    expect(await running.metric('alertmanager_notifications_failed_total{integration="webhook"}')).toBe(0);
  });
});

test("no page has thrown an error", () => expect(errors).toEqual([]));
