import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readStoredPayload, readWebhookPayload } from "@parvis/cards";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post } from "../../testing/contoso.ts";

/** Payloads of Alertmanager, Grafana, GitHub, Azure DevOps and senders for Slack, one for each kind of event. */
const folder = join(import.meta.dirname, "../../../../../packages/cards/fixtures");
const files = globSync("*/*.json", { cwd: folder }).toSorted();

let place: Contoso;
let webhookUrl: string;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

async function newest(): Promise<{ summary: string; body: string } | undefined> {
  const path = `/api/channels/${place.general.id}/messages?limit=1`;
  return (await place.megan.call<{ items: { summary: string; body: string }[] }>("GET", path)).body.items[0];
}

describe("what other systems post by themselves", () => {
  test.each(files)("%s is taken, kept as it was sent and told in the summary", async (file) => {
    // A webhook of its own, so that no limit is met.
    ({ webhookUrl } = await configuredConnector(place));
    const source = readFileSync(join(folder, file), "utf8");
    const answer = await post(webhookUrl, source);
    expect([answer.status, answer.text]).toEqual([200, "1"]);
    const stored = await newest();
    expect(JSON.parse(stored?.body ?? "")).toEqual(JSON.parse(source));
    const read = readWebhookPayload(source);
    expect(read).toMatchObject({ accepted: true, summary: stored?.summary });
  });

  test("an event of GitHub in a form, as its other content type has it", async () => {
    const source = readFileSync(join(folder, "github/push.json"), "utf8");
    const answer = await post(webhookUrl, `payload=${encodeURIComponent(source)}`, {
      "Content-Type": "application/x-www-form-urlencoded",
      "X-GitHub-Event": "push",
    });
    expect(answer.text).toBe("1");
    expect((await newest())?.summary).toBe("noor-h pushed 3 commits to main");
  });

  test("an event larger than a card may be is kept without what nobody sees", async () => {
    const event = JSON.parse(readFileSync(join(folder, "github/push-many.json"), "utf8"));
    const commits = Array.from({ length: 250 }, () => event.commits[0]);
    const answer = await post(webhookUrl, JSON.stringify({ ...event, commits }));
    expect([answer.status, answer.text]).toEqual([200, "1"]);
    const stored = await newest();
    expect(stored?.summary).toBe("noor-h pushed 250 commits to main");
    expect(stored?.body.length).toBeLessThanOrEqual(28 * 1024);
    expect(readStoredPayload(stored?.body ?? "").cards).toMatchObject([{ kind: "native", sender: "github" }]);
  });
});
