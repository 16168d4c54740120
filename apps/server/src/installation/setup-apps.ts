import type { TeamsManifest } from "@parvis/manifest";
import type { AppRow, AppService } from "../catalog/index.ts";
import type { AccessService } from "../governance/index.ts";
import { mayBePinned, mayComeByPolicy } from "./place.rules.ts";

/** What a setup policy gives somebody, of what they may use. */
export interface SetupApps {
  readonly policy: { readonly id: string; readonly name: string; readonly allowUserPinning: boolean };
  /** Apps that are theirs without a row of their own, by id (contracts.md B.3: what is pinned is installed too). */
  readonly given: ReadonlyMap<string, AppRow>;
  /** Pinned to the app bar, in order; some of them the person must have installed. */
  readonly pinned: readonly AppRow[];
  readonly manifests: ReadonlyMap<string, TeamsManifest>;
}

export type SetupAppsOf = (tenantId: string, personId: string) => Promise<SetupApps>;

/** Asks the policy and the catalogue: the same few queries however many apps the policy names. */
export function setupApps(
  apps: Pick<AppService, "byRefs" | "definitions">,
  access: Pick<AccessService, "setupOf">,
): SetupAppsOf {
  return async (tenantId, personId) => {
    const setup = await access.setupOf(
      tenantId,
      personId,
      async (refs, usable) => await apps.byRefs(tenantId, refs, undefined, usable),
    );
    const definitions = await apps.definitions(
      tenantId,
      setup.apps.map((app) => app.definitionId),
    );
    const manifests = new Map(
      setup.apps.flatMap((app) => {
        const manifest = definitions.get(app.definitionId)?.manifest;
        return manifest === undefined ? [] : [[app.id, manifest] as const];
      }),
    );
    const named = new Map(
      setup.apps.flatMap((app) => [[app.id, app] as const, [app.externalId.toLowerCase(), app] as const]),
    );
    const fitting = (refs: readonly string[], fits: (manifest: TeamsManifest) => boolean) => [
      ...new Set(
        refs.flatMap((ref) => {
          const app = named.get(ref);
          const manifest = app === undefined ? undefined : manifests.get(app.id);
          return app !== undefined && manifest !== undefined && fits(manifest) ? [app] : [];
        }),
      ),
    ];
    const { id, name, content } = setup.policy;
    return {
      policy: { id, name, allowUserPinning: content.allowUserPinning },
      given: new Map(fitting(setup.installed, mayComeByPolicy).map((app) => [app.id, app])),
      pinned: fitting(setup.pinned, mayBePinned),
      manifests,
    };
  };
}
