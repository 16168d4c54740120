import { buildClient } from "@parvis/web/build";
import { Client } from "pg";
import { findApps, listApps } from "../../apps/server/src/catalog/app.store.ts";
import { openDatabase } from "../../apps/server/src/platform/database/database.ts";
import { createLog } from "../../apps/server/src/platform/log.ts";
import { governanceParts } from "../../apps/server/src/testing/governance-parts.ts";
import { ParvisProcess } from "../parvis-process.ts";
import { changeTimes, signIn } from "./governance-changes.ts";
import { idOf, loadGovernance, nameOf } from "./governance-data.ts";
import { quick } from "./quick.ts";
import { atMost, type BenchReport, percentile } from "./report.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";
const size = quick
  ? { people: 10_000, groups: 200, policies: 100, apps: 2_000, versions: 5 }
  : { people: 100_000, groups: 1_000, policies: 500, apps: 10_000, versions: 50 };
const changes = quick ? 8 : 20;
const rounds = quick ? 6 : 30;

/** A sequence that looks random and is the same every time. */
function numbers(below: number): () => number {
  let state = 42;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 1 + (state % below);
  };
}

async function timed<T>(act: () => Promise<T>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Decisions and listings by the code itself, on the loaded database. */
async function decisions(databaseUrl: string) {
  const database = await openDatabase({ connectionString: databaseUrl }, createLog("silent"));
  const { access, stop, close, impact } = await governanceParts(database);
  try {
    const [person, app] = [numbers(size.people), numbers(size.apps)];
    const people = Array.from({ length: 1_000 }, () => idOf("person", person()));
    const ids = Array.from({ length: 500 }, () => idOf("app", app()));
    const apps = await findApps(database.sql, tenantId, ids);
    const first: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < 5; round++) {
      for (const [place, who] of people.entries()) {
        const what = apps[(place * 7 + round) % apps.length];
        if (what === undefined) continue;
        const took = await timed(async () => await access.explain(tenantId, who, what));
        // The second round still meets policies and apps for the first time.
        if (round === 0) first.push(took);
        else if (round > 1) warm.push(took);
      }
    }
    const listing: number[] = [];
    for (const who of people.slice(0, 200)) {
      listing.push(
        await timed(async () => {
          const visible = await access.visible(tenantId, who);
          await listApps(database.sql, tenantId, { limit: 50, after: undefined, search: undefined, visible });
        }),
      );
    }
    const origin = { tenantId, actor: { kind: "system" } } as const;
    const settings = { change: "settings", settings: { allowThirdPartyApps: false } } as const;
    const whatIf = await timed(async () => await impact.consider(origin, settings));
    return { first, warm, listing, whatIf };
  } finally {
    close();
    await stop();
    await database.close();
  }
}

/** What people look for, from everything to nothing. */
const searches = ["", "app", "app 3f", "publisher 17", "3f7", "no such app"];

/** Pages of the catalogue over HTTP, first and following, as a client or the admin centre asks. */
async function pages(ask: (query: string) => Promise<{ nextCursor: string | null }>): Promise<Catalogue> {
  const list: number[] = [];
  const search: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const words of searches) {
      const query = `limit=50${words === "" ? "" : `&search=${encodeURIComponent(words)}`}`;
      for (let cursor: string | null = "", page = 0; cursor !== null && page < 3; page++) {
        const began = performance.now();
        const answer = await ask(cursor === "" ? query : `${query}&cursor=${cursor}`);
        const took = performance.now() - began;
        cursor = answer.nextCursor;
        // The first round warms the caches, as the first minutes of a server do.
        if (round > 0) (words === "" ? list : search).push(took);
      }
    }
  }
  return { list, search };
}

interface Catalogue {
  readonly list: readonly number[];
  readonly search: readonly number[];
}

/** Governance of a large organisation: deciding, listing, and how fast a change holds everywhere. */
export async function run(say: (line: string) => void): Promise<BenchReport> {
  buildClient(say);
  const one = await ParvisProcess.start();
  const databaseUrl = await one.databaseUrl();
  const other = await ParvisProcess.start({ bare: true, environment: { PARVIS_DATABASE_URL: databaseUrl } });
  const client = new Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    const { people, groups, policies, apps, versions } = size;
    say(`loading ${people} people, ${groups} groups, ${policies} policies, ${apps} apps × ${versions} versions`);
    const loading = performance.now();
    await loadGovernance(client, size);
    say(`loaded in ${((performance.now() - loading) / 1_000).toFixed(0)} s`);
    const { first, warm, listing, whatIf } = await decisions(databaseUrl);
    const cookie = await signIn(one.localUrl);
    const asMember = await pages(async (query) => {
      const response = await fetch(`${one.localUrl}/api/apps?${query}`, { headers: { Cookie: cookie } });
      return (await response.json()) as { nextCursor: string | null };
    });
    const asAdministrator = await pages(async (query) => await one.call("GET", `/api/managed-apps?${query}`));
    // One that is allowed, for everyone, and custom.
    const observed = { id: idOf("app", 3), displayName: nameOf(3) };
    const { decided, shown } = await changeTimes(one, other, observed, changes);
    const figure = (name: string, value: number) => ({ name, value, unit: "ms" });
    return {
      figures: [
        figure("one decision, warm, p50", percentile(warm, 50)),
        figure("one decision, a person's first, p50", percentile(first, 50)),
        figure("one decision, a person's first, p99", percentile(first, 99)),
        figure("first 50 apps, any person, p50", percentile(listing, 50)),
        figure("catalogue page over HTTP, a person, p50", percentile(asMember.list, 50)),
        figure("catalogue page over HTTP, administrator, p50", percentile(asAdministrator.list, 50)),
        figure("catalogue search over HTTP, a person, p50", percentile(asMember.search, 50)),
        figure("catalogue search over HTTP, administrator, p50", percentile(asAdministrator.search, 50)),
        figure("policy change until another node decides by it, p50", percentile(decided, 50)),
        figure("policy change until the open page changed, p50", percentile(shown, 50)),
        figure("what if third-party apps were off", whatIf),
      ],
      ratios: [
        atMost("one decision, warm, p99 (ms)", percentile(warm, 99), 2),
        atMost("first 50 apps, any person, p95 (ms)", percentile(listing, 95), 50),
        atMost("catalogue page, a person, p95 (ms)", percentile(asMember.list, 95), 50),
        atMost("catalogue page, administrator, p95 (ms)", percentile(asAdministrator.list, 95), 50),
        atMost("catalogue search, a person, p95 (ms)", percentile(asMember.search, 95), 50),
        atMost("catalogue search, administrator, p95 (ms)", percentile(asAdministrator.search, 95), 50),
        atMost("policy change until another node decides by it, most (ms)", Math.max(...decided), 1_000),
        atMost("policy change until the open page changed, most (ms)", Math.max(...shown), 2_000),
      ],
    };
  } finally {
    await client.end();
    await other.dispose();
    await one.dispose();
  }
}
