/** `parvis powershell` as administrators run it: a process of its own against a whole Parvis. */
import { mkdtemp, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { megan, nobody, runParvis } from "../../testing/cli-process.ts";
import { type Contoso, configuredConnector, contoso, post } from "../../testing/contoso.ts";

let place: Contoso;
let webhookUrl: string;
let home: string;

beforeAll(async () => {
  place = await contoso();
  ({ webhookUrl } = await configuredConnector(place));
  home = await mkdtemp(join(tmpdir(), "parvis-cli-"));
});
afterAll(async () => await place.server.dispose());

async function parvis(args: string[], { environment = {} as Record<string, string>, input = "" } = {}) {
  return await runParvis({ url: place.server.url, home }, args, { ...environment, input });
}

test("the documented commands switch connectors off and on", async () => {
  const off = await parvis(["powershell", "Set-OrganizationConfig -ConnectorsEnabled:$false"]);
  expect(off).toEqual({ out: "", err: "", code: 0 });
  expect((await post(webhookUrl, '{"text":"x"}')).text).toContain("HTTP error 403");
  const instructions = `Import-Module ExchangeOnlineManagement
    Connect-ExchangeOnline -UserPrincipalName ada@contoso.test
    Set-OrganizationConfig -ConnectorsEnabled:$true
    Set-OrganizationConfig -ConnectorsEnabledForTeams:$true
    Get-OrganizationConfig | Format-List ConnectorsEnabled, ConnectorsEnabledForTeams`;
  const on = await parvis(["powershell"], { input: instructions });
  expect([on.code, on.out]).toEqual([0, "\nConnectorsEnabled         : True\nConnectorsEnabledForTeams : True\n\n"]);
  expect(on.err).toContain(
    "WARNING: The command completed successfully but no settings of 'contoso.test' have been modified.",
  );
  expect((await post(webhookUrl, '{"text":"x"}')).text).toBe("1");
});

test("a login is kept for the commands after it, for its owner's eyes, until it is signed out", async () => {
  const environment = nobody;
  expect(await parvis(["powershell", "Get-OrganizationConfig"], { environment })).toMatchObject({
    code: 1,
    err: expect.stringContaining("parvis login"),
  });
  const login = await parvis(["login", "--user", "ada@contoso.test", "--password-stdin"], {
    environment,
    input: "correct-horse-1\n",
  });
  expect([login.code, login.out]).toEqual([0, `Signed in to ${place.server.url} as ada@contoso.test.\n`]);
  const kept = join(home, "parvis/login.json");
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  expect(await readFile(kept, "utf8")).not.toContain("correct-horse");
  const got = await parvis(
    ["powershell", "get-unifiedgroup engineering | select DisplayName, ConnectorsEnabled", "--json"],
    { environment },
  );
  expect(JSON.parse(got.out)).toEqual({
    commands: [
      {
        command: "get-unifiedgroup engineering | select DisplayName, ConnectorsEnabled",
        value: [{ DisplayName: "Engineering", ConnectorsEnabled: true }],
        warnings: [],
      },
    ],
  });
  expect((await parvis(["login", "--out"], { environment })).code).toBe(0);
  expect((await parvis(["powershell", "Get-OrganizationConfig"], { environment })).code).toBe(1);
});

test("a program signs in with its client id and secret", async () => {
  const { body } = await place.ada.call<{ clientId: string }>("POST", "/api/app-registrations", {
    displayName: "ci",
    appRoles: ["Exchange.ManageAsApp"],
  });
  const made = await place.ada.call<{ secret: string }>("POST", `/api/app-registrations/${body.clientId}/secrets`, {});
  const environment = {
    ...nobody,
    PARVIS_CLIENT_ID: body.clientId,
    PARVIS_CLIENT_SECRET: made.body.secret,
    PARVIS_TENANT: "contoso.test",
  };
  const got = await parvis(["powershell", "(Get-OrganizationConfig)"], { environment });
  expect(got.code).toBe(2);
  expect((await parvis(["powershell", "Get-OrganizationConfig | ft Name"], { environment })).out).toContain(
    "contoso.test",
  );
  const wrong = await parvis(["powershell", "Get-OrganizationConfig"], {
    environment: { ...environment, PARVIS_CLIENT_SECRET: "wrong" },
  });
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("AADSTS7000215")]);
});

test("faults are printed as PowerShell prints them; nothing after them is done", async () => {
  const fault = await parvis([
    "powershell",
    "Set-OrganizationConfig -ConnectorsEnabeld:$false; Set-OrganizationConfig -ConnectorsEnabled:$false",
  ]);
  expect(fault.code).toBe(1);
  expect(fault.err).toBe(
    [
      "Set-OrganizationConfig : A parameter cannot be found that matches parameter name 'ConnectorsEnabeld'. Did you mean -ConnectorsEnabled?",
      "At line:1 char:24",
      "+ Set-OrganizationConfig -ConnectorsEnabeld:$false; Set-OrganizationConfig -ConnectorsEnabled:$false",
      "+                        ~~~~~~~~~~~~~~~~~~",
      "    + CategoryInfo          : InvalidArgument: (:) [Set-OrganizationConfig], ParameterBindingException",
      "    + FullyQualifiedErrorId : NamedParameterNotFound,Set-OrganizationConfig",
      "",
    ].join("\n"),
  );
  expect((await post(webhookUrl, '{"text":"x"}')).text).toBe("1");
  const missing = await parvis(["powershell", "Get-UnifiedGroup -Identity Nobody", "--json"]);
  expect(JSON.parse(missing.out)).toMatchObject({
    commands: [],
    error: { id: "ManagementObjectNotFoundException", line: 1, column: 18 },
  });
});

test("who is no administrator is refused, and a server that is not there is said", async () => {
  const refused = await parvis(["powershell", "Set-OrganizationConfig -ConnectorsEnabled:$false"], {
    environment: megan,
  });
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("Only an administrator may do this.")]);
  const away = await parvis(["powershell", "Get-OrganizationConfig"], {
    environment: { PARVIS_URL: "http://127.0.0.1:9" },
  });
  expect([away.code, away.err]).toEqual([3, expect.stringContaining("does not answer")]);
});
