import { consentNeeded, type TeamsManifest } from "@parvis/manifest";
import type { GovernanceService } from "../governance/index.ts";
import type { Sql } from "../platform/database/database.ts";
import type { Origin } from "../platform/events/event-log.ts";
import * as store from "./app.store.ts";
import { revertWithdrawn } from "./customization.service.ts";

/** What publishing asks of the rest of Parvis. */
export interface PublicationPorts {
  /** The definitions of an app that somebody accepted and may still run: a few, however many installations. */
  versionsInUse(tx: Sql, tenantId: string, appId: string): Promise<string[]>;
  /** Told inside the transaction in which an app is published for the first time: it is allowed from then on. */
  firstPublished(tx: Sql, origin: Origin, app: store.AppRow): Promise<void>;
}

/** For the event: overrides that ended because the new version does not offer them any more. */
export interface PublishedDetail {
  readonly revertedOverrides?: readonly string[];
}

export type Publication = ReturnType<typeof publication>;

/** Makes a definition the one that people run. Part of other commands. */
export function publication(governance: Pick<GovernanceService, "settings">, ports: PublicationPorts) {
  return {
    /**
     * Nothing is written per installation: for each version still in use, one row says whether going on from it needs a
     * fresh consent, and why (architecture.md, the second idea). Policies, availability and requests name the app, so they stay.
     * @param app locked, as it is before.
     */
    async publish(
      tx: Sql,
      origin: Origin,
      app: store.AppRow,
      definition: { readonly id: string; readonly manifest: TeamsManifest },
    ): Promise<PublishedDetail> {
      const { tenantId } = origin;
      const { consentRules } = await governance.settings(tenantId);
      const inUse = await store.findDefinitions(tx, tenantId, await ports.versionsInUse(tx, tenantId, app.id));
      const transitions = inUse.map((from) => {
        const { required, reasons } = consentNeeded(consentRules, from.manifest, definition.manifest);
        const ends = { fromDefinitionId: from.id, toDefinitionId: definition.id };
        return { ...ends, consentRequired: required, ruleSet: consentRules, reasons };
      });
      await store.insertTransitions(tx, tenantId, app.id, transitions);
      const reverted = await revertWithdrawn(tx, tenantId, app.id, definition.manifest);
      await store.setCurrentDefinition(tx, tenantId, app.id, definition.id, true);
      if (!app.published) await ports.firstPublished(tx, origin, { ...app, published: true });
      return reverted.length === 0 ? {} : { revertedOverrides: reverted };
    },
  };
}
