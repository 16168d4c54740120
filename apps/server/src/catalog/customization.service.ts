import { createHash } from "node:crypto";
import type { TeamsManifest } from "@parvis/manifest";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { assertFresh, tagOf } from "../platform/state-tag.ts";
import * as apps from "./app.store.ts";
import { putContent } from "./content.store.ts";
import {
  type IconOverride,
  iconSides,
  overridable,
  publishersTexts,
  type TextOverride,
  type TextOverrides,
} from "./customization.rules.ts";
import * as store from "./customization.store.ts";
import { readPicture } from "./picture.rules.ts";

/** What is to stand in place of the publisher's; left out is what stands now, null is the publisher's. */
export interface WantedCustomization {
  readonly texts?: { readonly [Name in TextOverride]?: string | null | undefined } | undefined;
  readonly colorIcon?: Uint8Array | null | undefined;
  readonly outlineIcon?: Uint8Array | null | undefined;
}

export interface CustomizationInForce {
  readonly app: apps.AppRow;
  readonly publisher: Required<TextOverrides>;
  readonly publisherIcons: { readonly colorIcon: Buffer; readonly outlineIcon: Buffer };
  readonly allowed: readonly (TextOverride | IconOverride)[];
  readonly overrides: TextOverrides;
  readonly colorIcon: Buffer | null;
  readonly outlineIcon: Buffer | null;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly tag: string;
}

export type CustomizationService = ReturnType<typeof customizationService>;

const none = { texts: {}, colorIcon: null, outlineIcon: null, changedBy: null, changedAt: null } as const;

/** What the entity tag is made from. */
const stateOf = ({
  texts,
  colorIcon,
  outlineIcon,
}: Pick<store.Customization, "texts" | "colorIcon" | "outlineIcon">) => ({
  texts: Object.fromEntries(Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  colorIcon: colorIcon?.toString("hex") ?? null,
  outlineIcon: outlineIcon?.toString("hex") ?? null,
});

/** Drops what a new version no longer lets administrators override. @returns what went, by name */
export async function revertWithdrawn(
  tx: Sql,
  tenantId: string,
  appId: string,
  manifest: TeamsManifest,
): Promise<string[]> {
  const now = await store.findCustomization(tx, tenantId, appId);
  if (now === undefined) return [];
  const allowed = overridable(manifest.configurableProperties ?? []);
  const kept = Object.entries(now.texts).filter(([name]) => allowed.has(name as TextOverride));
  const icon = (name: IconOverride) => (allowed.has(name) ? now[name] : null);
  const next = { texts: Object.fromEntries(kept), colorIcon: icon("colorIcon"), outlineIcon: icon("outlineIcon") };
  const gone = [
    ...Object.keys(now.texts).filter((name) => !(name in next.texts)),
    ...(["colorIcon", "outlineIcon"] as const).filter((name) => now[name] !== null && next[name] === null),
  ];
  if (gone.length === 0) return [];
  if (kept.length === 0 && next.colorIcon === null && next.outlineIcon === null)
    await store.deleteCustomization(tx, tenantId, appId);
  else await store.putCustomization(tx, tenantId, appId, { ...next, changedBy: now.changedBy });
  return gone;
}

/** Names, texts and icons of the organisation's own for an app, where its manifest allows it (contracts.md B.7). */
export function customizationService({ database }: Pick<Platform, "database">) {
  async function keepIcon(tx: Sql, tenantId: string, name: IconOverride, bytes: Uint8Array): Promise<Buffer> {
    const side = iconSides[name];
    const picture = readPicture(bytes);
    if (picture?.mediaType !== "image/png" || picture.width !== side || picture.height !== side) {
      const found = picture === undefined ? "no picture" : `${picture.mediaType}, ${picture.width} × ${picture.height}`;
      throw new ParvisError("picture/refused", {
        detail: `${name} must be a PNG of ${side} × ${side} pixels; this is ${found}.`,
        extra: { icon: name },
      });
    }
    const sha256 = createHash("sha256").update(bytes).digest();
    await putContent(tx, tenantId, sha256, "image/png", bytes);
    return sha256;
  }

  async function inForce(tenantId: string, appId: string, sql: Sql = database.sql): Promise<CustomizationInForce> {
    const app = await apps.findApp(sql, tenantId, appId);
    const [definition] = app === undefined ? [] : await apps.findDefinitions(sql, tenantId, [app.definitionId]);
    if (app === undefined || definition === undefined) throw new ParvisError("app/not-found");
    const { texts, ...now } = (await store.findCustomization(sql, tenantId, appId)) ?? none;
    return {
      app,
      publisher: publishersTexts(definition.manifest),
      publisherIcons: { colorIcon: definition.colorIcon, outlineIcon: definition.outlineIcon },
      allowed: [...overridable(app.configurable)],
      overrides: texts,
      ...now,
      tag: tagOf(stateOf({ texts, ...now })),
    };
  }

  return {
    /** @throws ParvisError app/not-found */
    async get(tenantId: string, appId: string): Promise<CustomizationInForce> {
      return await inForce(tenantId, appId);
    },

    /**
     * Publishes: everybody sees it at once.
     * @throws ParvisError app/not-found, app/not-customizable naming what the manifest does not offer, picture/refused, change/stale
     */
    async publish(
      origin: Origin,
      appId: string,
      wanted: WantedCustomization,
      ifMatch?: string,
    ): Promise<CustomizationInForce> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        await apps.lockApp(tx, tenantId, appId);
        const now = await inForce(tenantId, appId, tx);
        const given = Object.entries(wanted.texts ?? {}).filter(([, value]) => value !== undefined);
        const icons = (["colorIcon", "outlineIcon"] as const).filter((name) => wanted[name] !== undefined);
        const offered: ReadonlySet<string> = new Set(now.allowed);
        const refused = [...given.map(([name]) => name), ...icons].filter((name) => !offered.has(name));
        if (refused.length > 0) {
          throw new ParvisError("app/not-customizable", {
            detail: `The manifest of ${now.app.publisherAppName} does not let anybody change ${refused.join(", ")}. It offers: ${now.allowed.join(", ") || "nothing"}.`,
            extra: { refused, offered: now.allowed },
          });
        }
        const before = { texts: now.overrides, colorIcon: now.colorIcon, outlineIcon: now.outlineIcon };
        assertFresh(ifMatch, { texts: wanted.texts ?? {} }, stateOf(before), { by: now.changedBy, at: now.changedAt });
        const merged = { ...now.overrides, ...Object.fromEntries(given) };
        // What is the same as the publisher's overrides nothing, and follows the publisher's next version.
        const texts = Object.fromEntries(
          Object.entries(merged).filter(
            ([name, value]) => value !== null && value !== now.publisher[name as TextOverride],
          ),
        );
        const icon = async (name: IconOverride) => {
          const bytes = wanted[name];
          return bytes === undefined ? now[name] : bytes === null ? null : await keepIcon(tx, tenantId, name, bytes);
        };
        const next = { texts, colorIcon: await icon("colorIcon"), outlineIcon: await icon("outlineIcon") };
        if (Object.keys(texts).length === 0 && next.colorIcon === null && next.outlineIcon === null)
          await store.deleteCustomization(tx, tenantId, appId);
        else await store.putCustomization(tx, tenantId, appId, { ...next, changedBy: authorOf(origin) });
        await apps.refreshShown(tx, tenantId, appId);
        const detail = { name: now.app.publisherAppName, customization: { from: stateOf(before), to: stateOf(next) } };
        return { event: { operation: "Parvis.AppCustomized", appId, subjectId: appId, detail }, result: undefined };
      });
      return await inForce(tenantId, appId);
    },

    /** Back to the publisher's. @throws ParvisError app/not-found */
    async reset(origin: Origin, appId: string): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        await apps.lockApp(tx, tenantId, appId);
        const now = await inForce(tenantId, appId, tx);
        await store.deleteCustomization(tx, tenantId, appId);
        await apps.refreshShown(tx, tenantId, appId);
        const detail = { name: now.app.publisherAppName, previous: now.overrides };
        return {
          event: { operation: "Parvis.AppCustomizationReset", appId, subjectId: appId, detail },
          result: undefined,
        };
      });
    },
  };
}
