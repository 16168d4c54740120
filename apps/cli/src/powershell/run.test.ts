import { describe, expect, test } from "vitest";
import { type PowerShellFault, renderFault } from "./fault.ts";
import { parseScript } from "./parse.ts";
import { type CommandResult, type Invoke, runPipeline } from "./run.ts";

const groups = [
  { DisplayName: "Engineering", Alias: "Engineering", ConnectorsEnabled: true, Identity: "1" },
  { DisplayName: "Sales", Alias: "Sales", ConnectorsEnabled: false, Identity: "2" },
];

/** Remembers what it is asked. */
function recorder(answer: Awaited<ReturnType<Invoke>> = { items: groups, warnings: [] }) {
  const asked: [string, object][] = [];
  const invoke: Invoke = async (name, parameters) => {
    asked.push([name, parameters]);
    return answer;
  };
  return { asked, invoke };
}

async function run(source: string, invoke: Invoke): Promise<CommandResult[]> {
  const results: CommandResult[] = [];
  for (const pipeline of parseScript(source)) results.push(await runPipeline(source, pipeline, invoke));
  return results;
}

test("sends names and values as written, and the identity that stands by its position", async () => {
  const { asked, invoke } = recorder();
  await run("Set-UnifiedGroup Engineering -ConnectorsEnabled:$false; Get-X -Verbose -Name $null", invoke);
  expect(asked).toEqual([
    ["Set-UnifiedGroup", { Identity: "Engineering", ConnectorsEnabled: false }],
    ["Get-X", { Verbose: { IsPresent: true }, Name: null }],
  ]);
});

test("what instructions begin with is nothing to do", async () => {
  const { asked, invoke } = recorder();
  const [result] = await run(
    "Import-Module ExchangeOnlineManagement\nConnect-ExchangeOnline -UserPrincipalName x",
    invoke,
  );
  expect([asked, result?.text]).toEqual([[], ""]);
});

test("prints lists as Format-List does", async () => {
  const [result] = await run("Get-UnifiedGroup | fl DisplayName, Conn*", recorder().invoke);
  expect(result?.text).toBe(
    [
      "",
      "DisplayName       : Engineering",
      "ConnectorsEnabled : True",
      "",
      "DisplayName       : Sales",
      "ConnectorsEnabled : False",
      "",
      "",
    ].join("\n"),
  );
});

test("prints tables, chooses, cuts and writes JSON", async () => {
  const text = async (source: string) => (await run(source, recorder().invoke))[0]?.text;
  expect(await text("Get-UnifiedGroup | Format-Table -Property Alias,ConnectorsEnabled")).toBe(
    [
      "",
      "Alias       ConnectorsEnabled",
      "-----       -----------------",
      "Engineering True",
      "Sales       False",
      "",
      "",
    ].join("\n"),
  );
  expect(await text("Get-UnifiedGroup | Select-Object Alias -First 1 | ConvertTo-Json")).toBe(
    '{\n  "Alias": "Engineering"\n}\n',
  );
  expect(await text("Get-UnifiedGroup | Select-Object Nothing -First 1")).toBe("\nNothing : \n\n");
  expect(await text("Get-UnifiedGroup | Out-Null")).toBe("");
});

test("a cmdlet behind a pipe gets each object's identity", async () => {
  const { asked, invoke } = recorder();
  await run("Get-UnifiedGroup | Set-UnifiedGroup -ConnectorsEnabled:$false", invoke);
  expect(asked.slice(1)).toEqual([
    ["Set-UnifiedGroup", { Identity: "1", ConnectorsEnabled: false }],
    ["Set-UnifiedGroup", { Identity: "2", ConnectorsEnabled: false }],
  ]);
});

test("says what -WhatIf would do", async () => {
  const [result] = await run(
    "Set-UnifiedGroup Sales -ConnectorsEnabled -WhatIf",
    recorder({ items: [], warnings: [] }).invoke,
  );
  expect(result?.warnings).toEqual(['What if: Performing the operation "Set-UnifiedGroup" on target "Sales".']);
});

describe("faults", () => {
  const faultOf = async (source: string, invoke = recorder().invoke) => {
    const fault = await run(source, invoke).catch((error: PowerShellFault) => error);
    return renderFault(source, fault as PowerShellFault);
  };

  test("of a parameter stand under it", async () => {
    const message = "A parameter cannot be found that matches parameter name 'Conectors'.";
    const refusing = recorder({
      message,
      exception: "System.Management.Automation.ParameterBindingException",
      parameter: "Conectors",
    });
    expect(
      await faultOf("Get-X\nSet-OrganizationConfig -Conectors:$false", async (name) =>
        name === "Get-X" ? { items: [], warnings: [] } : await refusing.invoke(name, {}),
      ),
    ).toBe(
      [
        `Set-OrganizationConfig : ${message}`,
        "At line:2 char:24",
        "+ Set-OrganizationConfig -Conectors:$false",
        "+                        ~~~~~~~~~~",
        "    + CategoryInfo          : InvalidArgument: (:) [Set-OrganizationConfig], ParameterBindingException",
        "    + FullyQualifiedErrorId : NamedParameterNotFound,Set-OrganizationConfig",
      ].join("\n"),
    );
  });

  test("of an unknown cmdlet stand under its name", async () => {
    const refusing = recorder({
      message: "The term 'Get-Nothing' is not recognized.",
      exception: "System.Management.Automation.CommandNotFoundException",
      parameter: undefined,
    });
    expect(await faultOf("Get-Nothing -Identity x", refusing.invoke)).toContain(
      "+ Get-Nothing -Identity x\n+ ~~~~~~~~~~~\n    + CategoryInfo          : ObjectNotFound: (Get-Nothing:String) []",
    );
  });

  test("say what pipes can do, and that a position or a name is taken", async () => {
    expect(await faultOf("Get-UnifiedGroup | Where-Object ConnectorsEnabled")).toContain(
      "Where-Object is not supported here. After a pipe there may be Format-List",
    );
    expect(await faultOf("Get-UnifiedGroup a b")).toContain("accepts argument 'b'");
    expect(await faultOf("Get-UnifiedGroup -Identity a -identity b")).toContain("specified more than once");
  });
});
