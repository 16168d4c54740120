import { Cookie, CookieJar, MemoryCookieStore } from "tough-cookie";
import type { Sql } from "../platform/database/database.ts";
import { type JarOwner, listCookies, putCookies, type StoredCookie } from "./cookie.store.ts";

const day = 86_400_000;
/** Cookies without an end go with the browser; here with the day. */
const sessionCookieDays = 1;
/** RFC 6265bis lets browsers cut here. */
const longestDays = 400;
const longestCookie = 4_096;
const mostInOneAnswer = 50;

/** A person's cookies of one app, for one request and its answer. */
export interface PageCookies {
  /** For the `Cookie` header; empty when there are none. */
  headerFor(url: string): string;
  /**
   * Keeps what the answer sets.
   * @returns `Set-Cookie` headers for the browser: those that the page's own script may read, on our host alone. They are for
   * reading; what goes to the page's server comes from the jar.
   */
  take(setCookies: readonly string[], url: string): Promise<string[]>;
}

function expiryOf(cookie: Cookie, now: number): Date {
  const end = cookie.expiryTime();
  const latest = now + longestDays * day;
  return new Date(end === undefined || end === Infinity ? now + sessionCookieDays * day : Math.min(end, latest));
}

function forBrowser({ key, value, path, expires }: Cookie, attributes: string): string {
  return `${new Cookie({ key, value, path: path ?? "/", expires }).toString()}; ${attributes}`;
}

/** @param attributes that cookies of ours carry on the app's origin. */
export async function openPageCookies(sql: Sql, owner: JarOwner, attributes: string): Promise<PageCookies> {
  const store = new MemoryCookieStore();
  const jar = new CookieJar(store, { looseMode: true });
  for (const stored of await listCookies(sql, owner)) {
    const cookie = Cookie.fromJSON(stored);
    if (cookie !== undefined) await store.putCookie(cookie);
  }
  return {
    headerFor: (url) => jar.getCookieStringSync(url),
    take: async (setCookies, url) => {
      const now = Date.now();
      const taken = setCookies
        .slice(0, mostInOneAnswer)
        .filter((header) => header.length <= longestCookie)
        .flatMap((header) => jar.setCookieSync(header, url, { ignoreError: true }) ?? []);
      if (taken.length === 0) return [];
      // The last word on a cookie counts; PostgreSQL takes only one row for each.
      const rows = new Map(
        taken.map((cookie): [string, StoredCookie] => {
          const { domain, path, key: name } = cookie;
          const row = { domain: domain ?? "", path: path ?? "/", name };
          return [JSON.stringify(row), { ...row, cookie: { ...cookie.toJSON() }, expiresAt: expiryOf(cookie, now) }];
        }),
      );
      await putCookies(sql, owner, [...rows.values()]);
      return taken.filter((cookie) => !cookie.httpOnly).map((cookie) => forBrowser(cookie, attributes));
    },
  };
}
