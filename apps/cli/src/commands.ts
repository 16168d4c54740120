/** Every command by name. To add one: a file beside this one that exports `command`, and a line here. */
import type { Command } from "commander";

/** A command's file builds it when it is asked for; `done` takes its exit code. */
export interface CommandFile {
  command(done: (exitCode: number) => void): Command | Promise<Command>;
}

interface Entry {
  summary: string;
  load: () => Promise<CommandFile>;
}

export const commands: Readonly<Record<string, Entry>> = {
  start: { summary: "run Parvis", load: () => import("./start.ts") },
  webhook: { summary: "webhooks of channels, and what was posted to them", load: () => import("./webhook.ts") },
  validate: { summary: "check packages and manifests", load: () => import("./validate.ts") },
  diff: { summary: "compare two packages, and say whether people must consent again", load: () => import("./diff.ts") },
  pack: { summary: "zip a folder into a package, the same bytes every time", load: () => import("./pack.ts") },
  apps: {
    summary: "apps of the organisation: upload, submit, decide, block, remove",
    load: () => import("./apps.ts"),
  },
  audit: { summary: "search, export and check the audit log", load: () => import("./audit.ts") },
  explain: { summary: "why somebody can or cannot use an app", load: () => import("./explain.ts") },
  policies: {
    summary: "permission and setup policies: make, change and assign them, and see what they do",
    load: () => import("./policies.ts"),
  },
  plan: { summary: "what applying a bootstrap file would change", load: () => import("./plan.ts") },
  apply: { summary: "make an organisation as a bootstrap file says", load: () => import("./apply.ts") },
  export: { summary: "write the organisation as a bootstrap file", load: () => import("./export.ts") },
  login: { summary: "sign in to a running Parvis", load: () => import("./login.ts") },
  powershell: {
    summary: "run documented PowerShell commands: Set-OrganizationConfig, Set-UnifiedGroup …",
    load: () => import("./powershell.ts"),
  },
  install: { summary: "add an app to a team, a chat, or for a person", load: () => import("./install.ts") },
  uninstall: { summary: "take an app off a team, a chat, or a person", load: () => import("./uninstall.ts") },
  upgrade: {
    summary: "accept an app's newest version somewhere, or bring a manifest to a newer manifestVersion",
    load: () => import("./upgrade.ts"),
  },
  init: { summary: "write a ready manifest for a connector, a tab or a bot", load: () => import("./init.ts") },
};
