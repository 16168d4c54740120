import type { SwitchesService } from "../../connectors/index.ts";
import type { Directory } from "../../directory/index.ts";
import type { GovernanceService } from "../../governance/index.ts";
import type { Origin } from "../../platform/events/event-log.ts";
import type { ParameterType, Values } from "./binding.rules.ts";
import type { CmdletRefusal } from "./exchange-errors.ts";

/** What cmdlets reach for. */
export interface CmdletServices {
  readonly directory: Pick<Directory, "tenants" | "teams">;
  readonly governance: GovernanceService;
  readonly switches: SwitchesService;
}

/** For whom and on whose behalf a cmdlet runs. */
export interface CmdletContext extends CmdletServices {
  readonly tenant: { readonly id: string; readonly displayName: string; readonly domain: string };
  readonly origin: Origin;
  /** `-WhatIf`: says what would be done, and does nothing. */
  readonly whatIf: boolean;
  /** Where a list goes on, from the page before. */
  readonly cursor: string | undefined;
}

/** What a cmdlet writes to its output. */
export interface CmdletOutput {
  readonly value: readonly Readonly<Record<string, unknown>>[];
  readonly warnings?: readonly string[];
  /** There is more: where it goes on. */
  readonly nextCursor?: string | undefined;
}

/** One cmdlet: a line in cmdlets.ts and a file of its kind. */
export interface Cmdlet {
  readonly name: string;
  readonly parameters: Readonly<Record<string, ParameterType>>;
  readonly required?: readonly string[];
  /** @returns its output, or why not. Throws errors of the catalogue. */
  run(context: CmdletContext, values: Values): Promise<CmdletOutput | CmdletRefusal>;
}

export function isRefusal(outcome: CmdletOutput | CmdletRefusal): outcome is CmdletRefusal {
  return "fault" in outcome;
}
