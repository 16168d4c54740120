import { createHash, randomBytes } from "node:crypto";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { isId, newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { type AppOrigins, appOrigins, labelFor, type PageSource, pageUrl } from "./app-origin.rules.ts";
import * as store from "./embedding.store.ts";

export type { EmbeddingSession } from "./embedding.store.ts";

/** A ticket is used by the redirect it stands in. */
const ticketSeconds = 60;
const sessionHours = 12;

/** Who opens a page: a person, in a session of the client. */
export interface Opener {
  readonly tenantId: string;
  readonly personId: string;
  /** Hash of the client's session, which everything opened in it ends with. */
  readonly clientSession: Buffer;
}

/** A page that may be shown now, once. */
export interface OpenedPage {
  /** For the frame or window. */
  readonly address: string;
  /** What the page sees as its own origin. */
  readonly origin: string;
  /** Origin of the page's own server. */
  readonly upstream: string;
}

export type EmbeddingService = ReturnType<typeof embeddingService>;

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/**
 * Pages that know no host but Microsoft's, shown through Parvis on an origin of their app (teamsjs-host.md section 7).
 */
export function embeddingService({
  database,
  keys,
  publicUrl,
  configuration,
}: Pick<Platform, "database" | "keys" | "publicUrl" | "configuration">) {
  let known: { readonly url: string; readonly origins: AppOrigins | undefined } | undefined;
  /** Asked with each request; the public address settles once the port is known. */
  function names(): AppOrigins | undefined {
    const url = publicUrl();
    if (known?.url !== url) known = { url, origins: appOrigins(url, configuration.appsHost) };
    return known.origins;
  }

  function requireNames(): AppOrigins {
    const found = names();
    if (found !== undefined) return found;
    throw new ParvisError("embedding/no-host-names", {
      detail: `Each app needs a host name of its own, and ${publicUrl()} is a number. Set PARVIS_PUBLIC_URL to a name, or PARVIS_APPS_HOST.`,
    });
  }

  async function modeOf(tenantId: string, appId: string): Promise<store.ModeInForce> {
    return (await store.findMode(database.sql, tenantId, appId)) ?? { mode: "direct", setBy: null };
  }

  /** An address that leads to a page once, within a minute. It says who may use it only to us. */
  async function ticketTo(session: store.EmbeddingSession, tenantId: string, page: URL): Promise<OpenedPage> {
    const origins = requireNames();
    const expiresAt = new Date(Date.now() + ticketSeconds * 1_000);
    await store.insertTicket(database.sql, tenantId, session, expiresAt);
    const origin = origins.origin(session.label);
    const to = page.pathname + page.search + page.hash;
    const frame = { issuer: publicUrl(), audience: origin, subject: session.personId, expiresInSeconds: ticketSeconds };
    const token = await keys.sign({ tid: tenantId, sid: session.id, to }, frame);
    return { address: `${origin}/.parvis/enter?ticket=${token}`, origin, upstream: session.upstream };
  }

  return {
    names,
    modeOf,

    /** The origins under which these addresses of an app are shown. */
    originsFor(appId: string, source: PageSource, addresses: readonly (string | undefined)[]): string[] {
      const origins = names();
      const pages = addresses.flatMap((address) => pageUrl(source, address ?? "") ?? []);
      if (origins === undefined) return [];
      return [...new Set(pages.map(({ origin }) => origins.origin(labelFor(appId, source, origin))))];
    },

    /** Whether legacy embedding can be had here. */
    available: () => names() !== undefined,

    /** Chooses how an app's pages are framed. @throws ParvisError embedding/no-host-names */
    async setMode(origin: Origin, appId: string, mode: store.EmbeddingMode): Promise<store.ModeInForce> {
      if (mode === "legacy") requireNames();
      const setBy = origin.actor.kind === "person" ? origin.actor.id : null;
      return await command(database, origin, async (tx) => {
        await store.putMode(tx, origin.tenantId, appId, mode, setBy);
        if (mode === "direct") await store.endSessions(tx, origin.tenantId, appId);
        const event = { operation: "Parvis.AppEmbeddingChanged", appId, subjectId: appId, detail: { mode } };
        return { event, result: { mode, setBy } };
      });
    },

    /**
     * Opens a page of an app in a frame of the client. The caller has checked that the person may see it.
     * @throws ParvisError embedding/not-a-page, embedding/not-switched-on, embedding/no-host-names
     */
    async open(opener: Opener, appId: string, source: PageSource, address: string): Promise<OpenedPage> {
      const { tenantId, personId, clientSession } = opener;
      if ((await modeOf(tenantId, appId)).mode !== "legacy") throw new ParvisError("embedding/not-switched-on");
      const page = pageUrl(source, address);
      if (page === undefined) {
        throw new ParvisError("embedding/not-a-page", {
          detail: `${URL.canParse(address) ? new URL(address).origin : "The address"} is neither the configuration page's host nor one of the app's valid domains.`,
        });
      }
      const session = {
        id: newId(),
        clientSession,
        personId,
        appId,
        label: labelFor(appId, source, page.origin),
        upstream: page.origin,
        ...source,
        ancestors: [new URL(publicUrl()).origin],
      };
      return await ticketTo(session, tenantId, page);
    },

    /**
     * Follows a page to another host of its app. @param framed whether it stays in its frame
     * @returns undefined when it leads to none of them.
     */
    async follow(
      tenantId: string,
      session: store.EmbeddingSession,
      address: string,
      framed: boolean,
    ): Promise<OpenedPage | undefined> {
      const page = pageUrl(session, address);
      if (page === undefined) return undefined;
      const around = requireNames().origin(session.label);
      const next = {
        ...session,
        id: newId(),
        label: labelFor(session.appId, session, page.origin),
        upstream: page.origin,
        ancestors: framed ? [...session.ancestors, around] : session.ancestors,
      };
      return await ticketTo(next, tenantId, page);
    },

    /**
     * Opens a window of its own for a page whose dialog is open in the same client session: sign-in popups begin so.
     * @throws ParvisError embedding/session-over
     */
    async openWindow(opener: Opener, label: string, path: string): Promise<OpenedPage> {
      const { tenantId, clientSession } = opener;
      const session = await store.findSessionOf(database.sql, tenantId, clientSession, label);
      const page = URL.parse(path, session?.upstream);
      if (session === undefined || page?.origin !== session.upstream) throw new ParvisError("embedding/session-over");
      return await ticketTo({ ...session, id: newId() }, tenantId, page);
    },

    /**
     * Uses a ticket.
     * @returns the value for the cookie on the app's origin, and the address to show there; undefined for a ticket that is
     * over, used, or another app's.
     */
    async enter(label: string, ticket: string) {
      const audience = requireNames().origin(label);
      const claims = await keys.verify(ticket, { issuer: publicUrl(), audience }).catch(() => undefined);
      const { tid, sid, to } = claims ?? {};
      if (typeof tid !== "string" || typeof sid !== "string" || typeof to !== "string") return undefined;
      const secret = randomBytes(32).toString("base64url");
      const expiresAt = new Date(Date.now() + sessionHours * 3_600_000);
      const given = { label, secretHash: hashOf(secret), expiresAt };
      const session = await store.useTicket(database.sql, tid, sid, given);
      return session === undefined ? undefined : { session, cookie: `${tid}.${sid}.${secret}`, page: audience + to };
    },

    /** Whose session a cookie on an app's origin is; undefined for strangers, and once the app is not shown this way. */
    async sessionOf(label: string, cookie: string | undefined) {
      const [tenantId = "", id = "", secret = ""] = cookie?.split(".") ?? [];
      if (!isId(tenantId) || !isId(id) || secret === "") return undefined;
      const session = await store.findSession(database.sql, tenantId, id, label, hashOf(secret));
      return session === undefined ? undefined : { tenantId, session };
    },

    /** With an app, inside the transaction that takes it out of the catalogue. */
    async appRemoved(tx: Sql, tenantId: string, appId: string): Promise<void> {
      await store.forgetApp(tx, tenantId, appId);
    },

    async sweep(): Promise<void> {
      await store.deleteExpired(database.sql);
    },
  };
}
