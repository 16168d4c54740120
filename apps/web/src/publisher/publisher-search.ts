import type { ChangeClass, Severity } from "@parvis/manifest";
import { oneOf, onlySet, textIn } from "../shared/address.ts";
import { type FindingGrouping, findingGroupings } from "../shared/findings/finding-groupings.ts";

/** What the publisher's pages keep in the address. What was chosen to look at is not in it: it stays in this browser. */

export const severities: readonly Severity[] = ["error", "warning", "suggestion"];

/** How findings are shown. */
export interface FindingsSearch {
  severity?: Severity;
  find?: string;
  group?: FindingGrouping;
}

export const checkTabs = ["findings", "icons", "consent", "languages", "files"] as const;
export type CheckTab = (typeof checkTabs)[number];

export interface CheckSearch extends FindingsSearch {
  /** Whose rules; those of an organisation when absent. */
  target?: "store";
  tab?: CheckTab;
  /** The dialog that mends is open. */
  mend?: true;
}

export const compareTabs = ["changes", "manifest"] as const;
export type CompareTab = (typeof compareTabs)[number];
export const changeClasses: readonly ChangeClass[] = ["permission", "capability", "metadata"];

export interface CompareSearch {
  tab?: CompareTab;
  class?: ChangeClass;
}

export const appKinds = ["connector", "tab", "bot"] as const;

export interface EditSearch {
  target?: "store";
  /** The dialog that begins an app of this kind. */
  start?: (typeof appKinds)[number];
  open?: "upgrade" | "pack";
}

export interface ConnectorsSearch {
  search?: string;
}

export interface ConnectorSearch {
  /** The form is open. */
  edit?: true;
}

type Given = Record<string, unknown>;
const flag = (value: unknown) => (value === true || value === "true" ? true : undefined);

export function readCheckSearch(given: Given): CheckSearch {
  return onlySet<CheckSearch>({
    target: oneOf(["store"], given.target),
    tab: oneOf(checkTabs, given.tab),
    severity: oneOf(severities, given.severity),
    find: textIn(given.find),
    group: oneOf(findingGroupings, given.group),
    mend: flag(given.mend),
  });
}

export function readCompareSearch(given: Given): CompareSearch {
  return onlySet<CompareSearch>({ tab: oneOf(compareTabs, given.tab), class: oneOf(changeClasses, given.class) });
}

export function readEditSearch(given: Given): EditSearch {
  return onlySet<EditSearch>({
    target: oneOf(["store"], given.target),
    start: oneOf(appKinds, given.start),
    open: oneOf(["upgrade", "pack"], given.open),
  });
}

export function readConnectorsSearch(given: Given): ConnectorsSearch {
  return onlySet<ConnectorsSearch>({ search: textIn(given.search) });
}

export function readConnectorSearch(given: Given): ConnectorSearch {
  return onlySet<ConnectorSearch>({ edit: flag(given.edit) });
}
