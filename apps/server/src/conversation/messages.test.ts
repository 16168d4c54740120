import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post } from "../testing/contoso.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

test("come in pages, newest first, each once", async () => {
  const { webhookUrl } = await configuredConnector(place);
  for (let number = 0; number < 25; number++) await post(webhookUrl, `{"text":"card ${number}"}`);
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const page: { body: { items: { summary: string }[]; nextCursor: string | null } } = await place.megan.call(
      "GET",
      `/api/channels/${place.general.id}/messages?limit=10${query}`,
    );
    seen.push(...page.body.items.map((message) => message.summary));
    cursor = page.body.nextCursor;
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `card ${24 - index}`));
});

test("are read by members, not by administrators from outside or by strangers", async () => {
  const made = await place.ada.call<{ id: string; channels: { id: string }[] }>("POST", "/api/teams", {
    displayName: "Closed",
  });
  const session = await place.ada.call<{ person: { id: string } }>("GET", "/api/session");
  await place.ada.call("POST", `/api/teams/${made.body.id}/members`, { upn: "megan@contoso.test", role: "owner" });
  await place.ada.call("DELETE", `/api/teams/${made.body.id}/members/${session.body.person.id}`);
  const path = `/api/channels/${made.body.channels[0]?.id}/messages`;
  expect((await place.megan.call("GET", path)).status).toBe(200);
  expect((await place.ada.call("GET", path)).status).toBe(404);
  expect((await place.alex.call("GET", path)).status).toBe(404);
});
