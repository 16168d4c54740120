/** What a policy says, as options of a command. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { Refusal } from "../refusal.ts";
import type { ServerClient } from "../server/client.ts";
import { findAppIds } from "./apps.ts";
import { type CatalogRule, type Content, isPermission, type Kind } from "./policy.ts";

interface RuleOption {
  readonly type: CatalogRule["type"];
  /** Names with commas between. */
  readonly apps: string;
}

type Switch = "on" | "off";

export interface ContentOptions {
  microsoft?: RuleOption;
  thirdParty?: RuleOption;
  custom?: RuleOption;
  upload?: Switch;
  userPinning?: Switch;
  pin?: string;
  pinMessages?: string;
  install?: string;
}

const expected = "Expected allow-all, block-all, allow:APP,APP (all others are blocked) or block:APP,APP.";

function rule(text: string): RuleOption {
  if (text === "allow-all") return { type: "BlockedAppList", apps: "" };
  if (text === "block-all") return { type: "AllowedAppList", apps: "" };
  const [, word, apps = ""] = /^(allow|block):(.*)$/s.exec(text) ?? [];
  if (word === undefined || apps.trim() === "") throw new InvalidArgumentError(expected);
  return { type: word === "allow" ? "AllowedAppList" : "BlockedAppList", apps };
}

const onOff = (flags: string, what: string) => new Option(flags, what).choices(["on", "off"]);

export function withContent(command: Command): Command {
  const rules = "allow-all, block-all, allow:APP,APP or block:APP,APP";
  return command
    .option("--microsoft <rule>", `permission: Microsoft's apps: ${rules}`, rule)
    .option("--third-party <rule>", "permission: other apps of the store, likewise", rule)
    .option("--custom <rule>", "permission: the organisation's own apps, likewise", rule)
    .addOption(onOff("--upload <on|off>", "setup: whether people may upload custom apps"))
    .addOption(onOff("--user-pinning <on|off>", "setup: whether people may pin apps themselves"))
    .option("--pin <apps>", "setup: pinned to the app bar, in this order; '' for none")
    .option("--pin-messages <apps>", "setup: pinned under the message box, in this order; '' for none")
    .option("--install <apps>", "setup: installed for everybody the policy covers; '' for none");
}

const permissionOptions = ["microsoft", "thirdParty", "custom"] as const;
const setupOptions = ["upload", "userPinning", "pin", "pinMessages", "install"] as const;
const flagOf = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** @returns false when nothing is said about the content. @throws Refusal for options of the other kind */
export function saysContent(kind: Kind, options: ContentOptions): boolean {
  const foreign = (kind === "permission" ? setupOptions : permissionOptions).filter(
    (name) => options[name] !== undefined,
  );
  if (foreign.length > 0) throw new Refusal(`${foreign.map(flagOf).join(", ")} says nothing about a ${kind} policy`);
  return (kind === "permission" ? permissionOptions : setupOptions).some((name) => options[name] !== undefined);
}

/** A content with what the options say in place of what it said. */
export async function contentWith(client: ServerClient, before: Content, options: ContentOptions): Promise<Content> {
  if (isPermission(before)) {
    const changed = async (name: (typeof permissionOptions)[number]): Promise<CatalogRule> => {
      const given = options[name];
      if (given === undefined) return before[name];
      return { type: given.type, apps: await findAppIds(client, given.apps) };
    };
    return {
      microsoft: await changed("microsoft"),
      thirdParty: await changed("thirdParty"),
      custom: await changed("custom"),
    };
  }
  const list = async (given: string | undefined, was: readonly string[]) =>
    given === undefined ? was : await findAppIds(client, given);
  const { upload, userPinning, pin, pinMessages, install } = options;
  return {
    allowSideLoading: upload === undefined ? before.allowSideLoading : upload === "on",
    allowUserPinning: userPinning === undefined ? before.allowUserPinning : userPinning === "on",
    pinnedAppBarApps: await list(pin, before.pinnedAppBarApps),
    pinnedMessageBarApps: await list(pinMessages, before.pinnedMessageBarApps),
    appPresetList: await list(install, before.appPresetList),
  };
}
