import { describe, expect, test } from "vitest";
import { PowerShellFault, renderFault } from "./fault.ts";
import { parseScript, type Value } from "./parse.ts";

/** Commands with their arguments as pairs; a switch that stands alone has no value. */
function read(source: string): [string, ...[string | undefined, Value | undefined][]][] {
  return parseScript(source).flatMap(({ commands }) =>
    commands.map(({ name, arguments: all }): [string, ...[string | undefined, Value | undefined][]] => [
      name,
      ...all.map(({ name: each, value }): [string | undefined, Value | undefined] => [each, value]),
    ]),
  );
}

function fault(source: string): PowerShellFault {
  try {
    parseScript(source);
  } catch (error) {
    if (error instanceof PowerShellFault) return error;
    throw error;
  }
  throw new Error(`Nothing is wrong with: ${source}`);
}

const enabled = (value: Value | undefined) => [["Set-OrganizationConfig", ["ConnectorsEnabled", value]]];

describe("the documented commands are read as they stand", () => {
  test.each([
    ["Set-OrganizationConfig -ConnectorsEnabled:$false", enabled(false)],
    ["Set-OrganizationConfig -ConnectorsEnabled:$true ", enabled(true)],
    ["Set-OrganizationConfig -ConnectorsEnabled $FALSE", enabled(false)],
    ["Set-OrganizationConfig -ConnectorsEnabled: $false", enabled(false)],
    ["Set-OrganizationConfig –ConnectorsEnabled:$false", enabled(false)],
    ["Set-OrganizationConfig -ConnectorsEnabled", enabled(undefined)],
    ["PS C:\\> Set-OrganizationConfig -ConnectorsEnabled:$null", enabled(null)],
    ["PS>Set-OrganizationConfig -ConnectorsEnabled:$true", enabled(true)],
    [
      "Connect-ExchangeOnline -UserPrincipalName UPN@contoso.test -ExchangeEnvironmentName O365USGovGCCHigh",
      [
        [
          "Connect-ExchangeOnline",
          ["UserPrincipalName", "UPN@contoso.test"],
          ["ExchangeEnvironmentName", "O365USGovGCCHigh"],
        ],
      ],
    ],
    [
      'Set-UnifiedGroup -Identity "Marketing & Sales" -ConnectorsEnabled:$false',
      [["Set-UnifiedGroup", ["Identity", "Marketing & Sales"], ["ConnectorsEnabled", false]]],
    ],
    ["Set-UnifiedGroup -Identity 'O''Brien'", [["Set-UnifiedGroup", ["Identity", "O'Brien"]]]],
    ["Set-UnifiedGroup -Identity ‘Sales’", [["Set-UnifiedGroup", ["Identity", "Sales"]]]],
    ['Set-UnifiedGroup -Identity "a `"b`" $true `$x"', [["Set-UnifiedGroup", ["Identity", 'a "b" True $x']]]],
    ["Get-UnifiedGroup engineering@contoso.test", [["Get-UnifiedGroup", [undefined, "engineering@contoso.test"]]]],
    ["Get-UnifiedGroup -ResultSize Unlimited", [["Get-UnifiedGroup", ["ResultSize", "Unlimited"]]]],
    ["X -Identity a, 'b c',$true", [["X", ["Identity", ["a", "b c", true]]]]],
    ["X -Identity @('a', 'b')", [["X", ["Identity", ["a", "b"]]]]],
    ["X -Identity @(\n  'a'\n  'b'\n)", [["X", ["Identity", ["a", "b"]]]]],
    ["X -Count -5 00012", [["X", ["Count", "-5"], [undefined, "00012"]]]],
  ])("%s", (source, commands) => expect(read(source)).toEqual(commands));
});

test("several commands stand on lines and between semicolons, with comments and continued lines", () => {
  const script = `
    # Off for everybody
    Set-OrganizationConfig -ConnectorsEnabled:$false; Get-OrganizationConfig # and look
    <# several
       lines; of comment #>
    Set-UnifiedGroup \`
      -Identity 'Engineering' \`
      -ConnectorsEnabled:$true\r
    Get-OrganizationConfig |
      Format-List Connectors*
  `;
  expect(read(script).map(([name]) => name)).toEqual([
    "Set-OrganizationConfig",
    "Get-OrganizationConfig",
    "Set-UnifiedGroup",
    "Get-OrganizationConfig",
    "Format-List",
  ]);
  expect(parseScript(script)).toHaveLength(4);
});

test.each(["", "  \n ; ;\n", "# only a comment"])("a script of nothing has no commands: %j", (source) => {
  expect(parseScript(source)).toEqual([]);
});

describe("what is wrong is named with its place", () => {
  test.each([
    ["Set-X -Identity 'abc", "The string is missing the terminator: '.", 17],
    ['Set-X -Identity "abc', 'The string is missing the terminator: ".', 17],
    ["Set-X -Identity:", "Missing an argument after '-Identity:'.", 7],
    ["Set-X | ", "An empty pipe element is not allowed.", 7],
    ["| Set-X", "An empty pipe element is not allowed.", 1],
    ["'Set-X'", "Expressions are not supported here", 1],
    ["$x = Get-X", "Assigning variables is not supported here", 1],
    ["Set-X -Identity $group", "The variable $group is not supported here", 17],
    ["Set-X -Identity $env:NAME", "The variable $env:NAME is not supported here", 17],
    ['Set-X -Identity "$name"', "The variable $name is not supported here", 18],
    ["Set-X -Identity $(Get-X)", "Subexpressions are not supported here", 17],
    ["Set-X -Identity (Get-X)", "Commands inside parentheses are not supported here", 18],
    ["Get-X | ForEach-Object { $_ }", "Script blocks are not supported here", 24],
    ["Get-X > file.txt", "Redirection is not supported here", 7],
    ["Get-X && Get-Y", "chaining with '&&' are not supported here", 7],
    ["Get-X || Get-Y", "'||' is not supported here", 7],
    ["Set-X -Emails @{add='x'}", "Hash tables are not supported here", 15],
    ["Set-X -Identity a,", "Missing an expression after ','.", 18],
    ["Set-X )", "Unexpected token ')'", 7],
    ["Set-X -Identity @('a'", "Missing closing ')'", 17],
    ["<# never closed", "The terminator '#>' is missing", 1],
  ])("%s", (source, message, column) => {
    const found = fault(source);
    expect(found.message).toContain(message);
    expect(found.parts.place.start + 1).toBe(column);
  });

  test("in PowerShell's own layout, on the line it is in", () => {
    const source = "Get-OrganizationConfig\nSet-UnifiedGroup -Identity 'Eng";
    expect(renderFault(source, fault(source))).toBe(
      [
        "At line:2 char:28",
        "+ Set-UnifiedGroup -Identity 'Eng",
        "+                            ~~~~",
        "The string is missing the terminator: '.",
        "    + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException",
        "    + FullyQualifiedErrorId : TerminatorExpectedAtEndOfString",
      ].join("\n"),
    );
  });
});
