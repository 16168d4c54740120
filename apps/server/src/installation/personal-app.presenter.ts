import type { z } from "@hono/zod-openapi";
import { type Language, wordReasons } from "@parvis/manifest";
import { iconAddress } from "../catalog/index.ts";
import type * as schema from "./personal-app.schema.ts";
import type { PersonalApp } from "./personal-app.service.ts";
import { mayBePinned, personalTabs } from "./place.rules.ts";

export function presentPersonalApp(one: PersonalApp, language: Language): z.infer<typeof schema.personalApp> {
  const { app, installation, effective, version, manifest, policy, pinnedByPolicy } = one;
  const { pending } = effective;
  const chosen = installation !== null && !installation.byPolicy;
  const byPolicy = pinnedByPolicy ? ("policyPinned" as const) : ("policyInstalled" as const);
  return {
    app: {
      id: app.id,
      externalId: app.externalId,
      displayName: app.displayName,
      shortDescription: app.shortDescription,
      publisherName: app.publisherName,
      accentColor: app.accentColor,
      icons: { color: iconAddress(app.colorIcon), outline: iconAddress(app.outlineIcon) },
    },
    installationId: installation?.id ?? null,
    definitionId: effective.definitionId,
    version,
    newestVersion: app.version,
    update:
      pending === undefined
        ? null
        : {
            definitionId: pending.definitionId,
            version: app.version,
            reasons: wordReasons(pending.reasons, language),
          },
    // What a policy once gave and no longer does stays, as if the person had added it.
    why: [...(chosen || policy === null ? (["person"] as const) : []), ...(policy === null ? [] : [byPolicy])],
    policy,
    mayRemove: policy === null,
    consentWithdrawn: installation?.stopped ?? false,
    tabs: personalTabs(manifest),
    hasBot: (manifest.bots ?? []).some((bot) => bot.scopes?.includes("personal") === true),
    mayPin: mayBePinned(manifest),
    installedAt: installation?.installedAt.toISOString() ?? null,
  };
}
