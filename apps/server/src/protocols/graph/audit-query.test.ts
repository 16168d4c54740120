import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, contosoFile, tenantId } from "../../testing/contoso.ts";
import { accessToken } from "../../testing/tokens.ts";
import { until } from "../../testing/until.ts";

const clientId = "99999999-9999-4999-8999-999999999999";
const plainId = "77777777-7777-4777-8777-777777777777";
const file = `${contosoFile}
appRegistrations:
  - { clientId: ${clientId}, displayName: siem, secret: s3cret-s3cret, appRoles: [AuditLogsQuery.Read.All] }
  - { clientId: ${plainId}, displayName: other, secret: s3cret-s3cret, appRoles: [AppCatalog.Read.All] }
settings: { auditEnabled: true }
`;

let place: Contoso;
let token: string;

beforeAll(async () => {
  place = await contoso({ file });
  await configuredConnector(place);
  token = await accessToken(place.server.url, clientId, "s3cret-s3cret");
  await until(async () => {
    const { body } = await place.ada.call<{ items: unknown[] }>("GET", "/api/audit?operation=ConnectorAdded");
    return body.items.length > 0;
  });
});
afterAll(async () => await place.server.dispose());

interface QueryBody {
  id: string;
  status: string;
  operationFilters: string[];
  approximateReturnedRecordCount: number | null;
  error: { code: string; message: string; innerError: Record<string, string> };
}
interface Records {
  "@odata.context": string;
  "@odata.nextLink"?: string;
  value: {
    operation: string;
    createdDateTime: string;
    auditData: Record<string, unknown>;
    userPrincipalName: string;
  }[];
}

async function graph<Body>(method: string, path: string, body?: object, bearer = token) {
  const response = await fetch(path.startsWith("http") ? path : place.server.url + path, {
    method,
    headers: { Authorization: `Bearer ${bearer}`, "client-request-id": clientId },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

/** Asks, waits until it is answered, and reads all pages. */
async function found(request: object, top = 150) {
  const asked = await graph<QueryBody>("POST", "/beta/security/auditLog/queries", request);
  expect(asked.status).toBe(201);
  const address = `/beta/security/auditLog/queries/${asked.body.id}`;
  let query = asked.body;
  await until(async () => {
    query = (await graph<QueryBody>("GET", address)).body;
    return query.status === "succeeded";
  });
  const records: Records["value"] = [];
  for (let next: string | undefined = `${address}/records?$top=${top}`; next !== undefined; ) {
    const page: Records = (await graph<Records>("GET", next)).body;
    records.push(...page.value);
    next = page["@odata.nextLink"];
  }
  return { query, records };
}

test("a query is asked, waited for and read page by page, with the record inside", async () => {
  const { query, records } = await found({ displayName: "all", serviceFilters: ["MicrosoftTeams"] }, 2);
  expect(query.approximateReturnedRecordCount).toBe(records.length);
  const { body } = await place.ada.call<{ items: { record: { Id: string } }[] }>("GET", "/api/audit?limit=200");
  expect(records.map((record) => record.auditData.Id)).toEqual(
    body.items.map(({ record }) => record.Id).slice(-records.length),
  );
  const connector = records.find(({ operation }) => operation === "ConnectorAdded");
  expect(connector).toMatchObject({
    "@odata.type": "#microsoft.graph.security.auditLogRecord",
    auditLogRecordType: "microsoftTeams",
    organizationId: tenantId,
    userType: "admin",
    service: "MicrosoftTeams",
    userPrincipalName: "ada@contoso.test",
    createdDateTime: expect.stringMatching(/Z$/),
  });
});

test.each([
  ["operations", { operationFilters: ["AppInstalled", "ConnectorAdded"] }, ["AppInstalled", "ConnectorAdded"]],
  [
    "a person and an operation",
    { userPrincipalNameFilters: ["ada@contoso.test"], operationFilters: ["AppInstalled"] },
    ["AppInstalled"],
  ],
  ["somebody unknown", { userPrincipalNameFilters: ["nobody@contoso.test"] }, []],
  ["a word", { keywordFilter: "ConnectorAdded" }, ["ConnectorAdded"]],
  ["another service", { serviceFilter: "Exchange" }, []],
  ["another address", { ipAddressFilters: ["10.9.9.9"] }, []],
  ["the past", { filterStartDateTime: "2020-01-01T00:00:00Z", filterEndDateTime: "2020-02-01T00:00:00Z" }, []],
  ["another record type", { recordTypeFilters: ["exchangeAdmin"] }, []],
  ["a unit", { administrativeUnitIdFilters: [tenantId] }, []],
])("narrows by %s", async (_, request, operations) => {
  const { records } = await found(request);
  expect([...new Set(records.map(({ operation }) => operation))].toSorted()).toEqual(operations);
});

describe("refusals have Graph's shape", () => {
  test.each([
    ["no token", "GET", "/v1.0/security/auditLog/queries", "none", 401, "InvalidAuthenticationToken"],
    ["an unknown query", "GET", `/v1.0/security/auditLog/queries/${clientId}`, "own", 404, "NotFound"],
    ["an unknown address", "GET", "/v1.0/nothing/here", "own", 404, "NotFound"],
    ["a wrong page size", "GET", "/v1.0/security/auditLog/queries?$top=x", "own", 400, "BadRequest"],
  ])("%s", async (_, method, path, which, status, code) => {
    const answer = await graph<QueryBody>(method, path, undefined, which === "own" ? token : "none");
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.innerError).toMatchObject({
      "client-request-id": clientId,
      "request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    });
    expect(answer.headers.get("client-request-id")).toBe(clientId);
  });

  test("for an application without the permission, and for a query of another", async () => {
    const other = await accessToken(place.server.url, plainId, "s3cret-s3cret");
    const denied = await graph<QueryBody>("GET", "/v1.0/security/auditLog/queries", undefined, other);
    expect([denied.status, denied.body.error.code]).toEqual([403, "Forbidden"]);
    const wrong = await graph<QueryBody>("POST", "/v1.0/security/auditLog/queries", {
      operationFilters: "AppInstalled",
    });
    expect([wrong.status, wrong.body.error.message]).toEqual([400, expect.stringContaining("operationFilters")]);
  });
});
