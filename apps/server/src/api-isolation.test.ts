import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "./platform/identifiers.ts";
import {
  addressesWithoutIds,
  addressOf,
  bodyFor,
  heldId,
  type Operation,
  operationsWithIds,
  queryFor,
} from "./testing/api-operations.ts";
import { type Holdings, type TwoOrganisations, twoOrganisations } from "./testing/organisation.ts";

let both: TwoOrganisations;
let own: Holdings;
let foreign: Holdings;
let operations: Operation[];
let before: Record<string, string>;

beforeAll(async () => {
  both = await twoOrganisations();
  ({ own, foreign } = both);
  operations = await operationsWithIds(both.place.server.url);
  before = await both.foreignRows();
});
afterAll(async () => await both?.dispose());

type Ids = Record<string, string>;
const idsOf = (held: Holdings, { path, ids }: Operation): Ids =>
  Object.fromEntries(ids.map((name) => [name, heldId(held, path, name) ?? ""]));
const unknown = ({ ids }: Operation): Ids =>
  Object.fromEntries(
    ids.map((name) => [name, name === "sha256" ? newId().replaceAll("-", "").padEnd(64, "0") : newId()]),
  );

/** Asks as the first organisation's administrator. */
async function ask(operation: Operation, ids: Ids) {
  const body = bodyFor(operation, own);
  return await both.place.ada.call<{ code?: string; detail?: string }>(
    operation.method,
    addressOf(operation, ids, queryFor(operation, own)),
    body,
  );
}

/** What is said, without the ids that were asked for. */
const said = ({ status, body }: Awaited<ReturnType<typeof ask>>) =>
  `${status} ${body.code} ${body.detail?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\S+@\S+/g, "…")}`;

interface Inside {
  readonly name: string;
  readonly query?: (held: Holdings) => string;
  readonly body?: (held: Holdings) => object;
}

/** Requests about what is one's own, with another's id in them. */
function foreignInside(ids: Ids): Inside[] {
  const consent = { definitionId: ids.definitionId };
  const { groupId, nestedId, teamId, chatId, channelId, appId, policyId } = ids;
  const people = "PUT /api/policies/permission/assignments/people";
  return [
    { name: `POST /api/groups/${groupId}/members`, body: ({ ids: { personId } }) => ({ people: [personId] }) },
    { name: `POST /api/groups/${groupId}/members`, body: ({ upn }) => ({ people: [upn] }) },
    { name: `POST /api/groups/${groupId}/groups`, body: ({ ids: theirs }) => ({ groups: [theirs.groupId] }) },
    { name: `POST /api/groups/${nestedId}/groups`, body: ({ ids: theirs }) => ({ groups: [theirs.nestedId] }) },
    { name: "POST /api/groups", body: ({ upn }) => ({ displayName: "Mixed", members: [upn] }) },
    { name: "POST /api/chats", body: ({ ids: { personId } }) => ({ members: [personId] }) },
    { name: `POST /api/chats/${chatId}/members`, body: ({ ids: { personId } }) => ({ members: [personId] }) },
    { name: `POST /api/teams/${teamId}/members`, body: ({ upn }) => ({ upn }) },
    { name: people, body: ({ ids: { personId } }) => ({ people: [personId], policyId }) },
    { name: people, body: ({ ids: theirs }) => ({ people: [ids.personId], policyId: theirs.policyId }) },
    {
      name: "PUT /api/policies/permission/assignments/everyone",
      body: ({ ids: theirs }) => ({ policyId: theirs.policyId }),
    },
    {
      name: `PUT /api/policies/permission/assignments/groups/${groupId}`,
      body: ({ ids: theirs }) => ({ policyId: theirs.policyId }),
    },
    {
      name: "PUT /api/policies/permission/assignments/groups",
      body: ({ ids: theirs }) => ({ groups: [theirs.groupId] }),
    },
    {
      name: `PUT /api/apps/${appId}/availability`,
      body: ({ ids: { personId } }) => ({ availability: "usersAndGroups", people: [personId] }),
    },
    {
      name: `PUT /api/apps/${appId}/availability`,
      body: ({ ids: theirs }) => ({ availability: "usersAndGroups", groups: [theirs.groupId] }),
    },
    {
      name: `POST /api/apps/${own.requestedAppId}/available-to`,
      body: ({ ids: theirs }) => ({ add: { groups: [theirs.groupId] } }),
    },
    { name: `POST /api/teams/${teamId}/installations`, body: ({ ids: theirs }) => ({ appId: theirs.appId, consent }) },
    { name: `POST /api/chats/${chatId}/installations`, body: ({ ids: theirs }) => ({ appId: theirs.appId, consent }) },
    { name: "POST /api/me/apps", body: ({ ids: theirs }) => ({ appId: theirs.appId, consent }) },
    { name: `PUT /api/apps/${appId}/organisation-consent`, body: ({ ids: { definitionId } }) => ({ definitionId }) },
    { name: `POST /api/channels/${channelId}/connectors`, body: ({ ids: theirs }) => ({ appId: theirs.appId }) },
    {
      name: `POST /api/channels/${channelId}/connections`,
      body: ({ ids: { connectorId } }) => ({ connectorId, callbackUrl: "https://pulse.fabrikam.example/connected" }),
    },
    { name: "POST /api/mail-webhooks", body: ({ ids: theirs }) => ({ name: "Mail", teamId: theirs.teamId }) },
    { name: "GET /api/mail-webhooks", query: ({ ids: theirs }) => `?teamId=${theirs.teamId}` },
    { name: "GET /api/uploads", query: ({ ids: theirs }) => `?team=${theirs.teamId}` },
    { name: `GET /api/apps/${appId}/access`, query: ({ ids: { personId } }) => `?person=${personId}` },
    { name: `GET /api/apps/${appId}/access`, query: ({ upn }) => `?person=${upn}` },
    {
      name: `GET /api/apps/${appId}/comparison`,
      query: ({ ids: { definitionId } }) => `?from=${definitionId}&to=${ids.definitionId}`,
    },
    { name: `GET /api/apps/${appId}/changes`, query: ({ ids: { definitionId } }) => `?from=${definitionId}` },
    {
      name: "GET /api/connector-connections",
      query: ({ ids: { connectorId } }) =>
        `?connectorId=${connectorId}&callbackUrl=https://pulse.fabrikam.example/connected`,
    },
  ];
}

async function tried({ name, query, body }: Inside, held: Holdings) {
  const [method = "", path = ""] = name.split(" ");
  return await both.place.ada.call<{ code?: string; detail?: string }>(
    method,
    path + (query?.(held) ?? ""),
    body?.(held),
  );
}

/** What others are gone with, in the order that leaves each something. */
const takeOthersAlong = [
  "DELETE /api/consents/{consentId}",
  "DELETE /api/chats/{chatId}/installations/{installationId}",
  "DELETE /api/me/apps/{appId}/consent",
  "DELETE /api/me/apps/{appId}",
  "DELETE /api/apps/{appId}/organisation-consent",
  "DELETE /api/app-registrations/{clientId}",
  "DELETE /api/connectors/{configurationId}",
  "DELETE /api/teams/{teamId}/installations/{installationId}",
  "DELETE /api/apps/{appId}",
];

describe("another organisation's ids", () => {
  test("are known to this test, for every parameter, and every operation with a body has one here", () => {
    const parameters = operations.flatMap((operation) =>
      operation.ids
        .filter((name) => heldId(foreign, operation.path, name) === undefined)
        .map((name) => `${operation.name}: furnish() in testing/organisation.ts makes nothing for {${name}}`),
    );
    const bodies = operations
      .filter((operation) => operation.takesBody && bodyFor(operation, own) === undefined)
      .map(({ name }) => `${name}: bodyFor() in testing/api-operations.ts has no body for it`);
    expect([...parameters, ...bodies]).toEqual([]);
    expect(operations.length).toBeGreaterThan(100);
  });

  test("are not there: 404, in the words for an id that nobody has", async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const nobodys = await ask(operation, unknown(operation));
      const theirs = await ask(operation, idsOf(foreign, operation));
      if (theirs.status !== 404) wrong.push(`${operation.name}: ${said(theirs)}`);
      if (said(theirs) !== said(nobodys)) wrong.push(`${operation.name}: ${said(theirs)}, unknown: ${said(nobodys)}`);
      if (operation.ids.length < 2) continue;
      for (const name of operation.ids) {
        const mixed = { ...idsOf(own, operation), [name]: heldId(foreign, operation.path, name) ?? "" };
        const answer = await ask(operation, mixed);
        if (answer.status !== 404) wrong.push(`${operation.name} with another's ${name}: ${said(answer)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("are not taken in bodies and queries either, and answer as an id that nobody has", async () => {
    const { ids } = own;
    const nobody = {
      ...foreign,
      ids: Object.fromEntries(Object.keys(foreign.ids).map((name) => [name, newId()])),
      upn: "nobody@nowhere.test",
    };
    const wrong: string[] = [];
    for (const asked of foreignInside(ids)) {
      const [theirs, nobodys] = [await tried(asked, foreign), await tried(asked, nobody)];
      if (theirs.status < 400 || theirs.status === 403) wrong.push(`${asked.name}: ${said(theirs)}`);
      if (said(theirs) !== said(nobodys)) wrong.push(`${asked.name}: ${said(theirs)}, unknown: ${said(nobodys)}`);
    }
    expect(wrong).toEqual([]);
  });

  test("are in none of the organisation's lists", async () => {
    const held = [...Object.values(foreign.ids), foreign.requestedAppId, foreign.mailWebhookId, foreign.upn];
    const wrong: string[] = [];
    const lists = await addressesWithoutIds(both.place.server.url);
    for (const path of lists) {
      const { status, body } = await both.place.ada.call<unknown>("GET", path);
      const text = JSON.stringify(body);
      const found = held.filter((id) => text.includes(id));
      if (found.length > 0) wrong.push(`${path} (${status}): ${found.join(", ")}`);
    }
    expect(wrong).toEqual([]);
    expect(lists).toContain("/api/people");
  });

  test("leave everything of the other organisation as it was", async () => {
    expect(await both.foreignRows()).toEqual(before);
  });

  test("are of the right kind: the organisation's own are found by every operation", async () => {
    const order = ["GET", "PATCH", "PUT", "POST", "DELETE"];
    const rank = ({ name, method }: Operation) => order.indexOf(method) + 1 + takeOthersAlong.indexOf(name);
    const wrong: string[] = [];
    for (const operation of operations.toSorted((a, b) => rank(a) - rank(b))) {
      const answer = await ask(operation, idsOf(own, operation));
      // A conflict is about what was found, too.
      if (answer.status >= 300 && answer.status !== 409) wrong.push(`${operation.name}: ${said(answer)}`);
    }
    expect(wrong).toEqual([]);
  });
});
