import { compareVersions } from "@parvis/manifest";
import { judgeVersion } from "./definition.rules.ts";

/** How far an app has come in the organisation's catalogue. */
export interface CatalogueEntry {
  /** The version that people run; null while none was ever published. */
  readonly published: string | null;
  /** What waits for an administrator's decision: one at most. */
  readonly pending: { readonly version: string; readonly submitter: string | null } | null;
}

export type CatalogueCommand =
  /** Anybody's submission: a new app, an update, or in place of what waits. */
  | { readonly kind: "submit"; readonly version: string; readonly submitter: string | null }
  /** An administrator's own package: published at once (lifecycle.md 4). */
  | { readonly kind: "upload"; readonly version: string }
  | { readonly kind: "publish" }
  | { readonly kind: "reject" }
  | { readonly kind: "withdraw"; readonly by: string | null; readonly administrator: boolean };

export type CatalogueRefusal =
  | {
      readonly why: "version-not-higher";
      readonly current: string;
      readonly offered: string;
      readonly least: string;
    }
  | { readonly why: "pending-of-another" }
  | { readonly why: "nothing-pending" }
  | { readonly why: "not-yours" };

export type CatalogueDecision =
  | {
      readonly allowed: true;
      readonly next: CatalogueEntry;
      /** What becomes of the submission that waited: gone without a trace, or rejected because a newer one was published. */
      readonly waiting: "stays" | "replaced" | "superseded" | "published" | "rejected" | "withdrawn";
    }
  | { readonly allowed: false; readonly refusal: CatalogueRefusal };

const refuse = (refusal: CatalogueRefusal): CatalogueDecision => ({ allowed: false, refusal });

function versionRefusal(published: string | null, offered: string): CatalogueRefusal | undefined {
  if (published === null) return undefined;
  const verdict = judgeVersion(published, offered);
  if (verdict.higher) return undefined;
  const { current, least } = verdict;
  return { why: "version-not-higher", current, offered, least };
}

/**
 * The state machine of contracts.md B.6: while a submission waits only whoever submitted it may submit again, the published
 * version runs on whatever is decided about an update, and versions that people run only ever grow.
 */
export function decideCatalogue(entry: CatalogueEntry, command: CatalogueCommand): CatalogueDecision {
  const { published, pending } = entry;
  switch (command.kind) {
    case "submit": {
      const { version, submitter } = command;
      if (pending !== null && pending.submitter !== submitter) return refuse({ why: "pending-of-another" });
      const refusal = versionRefusal(published, version);
      if (refusal !== undefined) return refuse(refusal);
      const next = { published, pending: { version, submitter } };
      return { allowed: true, next, waiting: pending === null ? "stays" : "replaced" };
    }
    case "upload": {
      const refusal = versionRefusal(published, command.version);
      if (refusal !== undefined) return refuse(refusal);
      // What waits and is no higher could never be published any more.
      const overtaken = pending !== null && compareVersions(pending.version, command.version) <= 0;
      const next = { published: command.version, pending: overtaken ? null : pending };
      return { allowed: true, next, waiting: overtaken ? "superseded" : "stays" };
    }
    case "publish": {
      if (pending === null) return refuse({ why: "nothing-pending" });
      return { allowed: true, next: { published: pending.version, pending: null }, waiting: "published" };
    }
    case "reject": {
      if (pending === null) return refuse({ why: "nothing-pending" });
      return { allowed: true, next: { published, pending: null }, waiting: "rejected" };
    }
    case "withdraw": {
      if (pending === null) return refuse({ why: "nothing-pending" });
      if (!command.administrator && pending.submitter !== command.by) return refuse({ why: "not-yours" });
      return { allowed: true, next: { published, pending: null }, waiting: "withdrawn" };
    }
  }
}
