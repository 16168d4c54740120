import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { findApps, listApps } from "../../apps/server/src/catalog/app.store.ts";
import { openDatabase } from "../../apps/server/src/platform/database/database.ts";
import { createLog } from "../../apps/server/src/platform/log.ts";
import { governanceParts } from "../../apps/server/src/testing/governance-parts.ts";
import { member, ParvisProcess } from "../parvis-process.ts";
import { idOf, loadGovernance } from "./governance-data.ts";
import { quick } from "./quick.ts";
import { atMost, type BenchReport } from "./report.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";
const size = quick
  ? { people: 10_000, groups: 200, policies: 100, apps: 2_000 }
  : { people: 100_000, groups: 1_000, policies: 500, apps: 10_000 };
const changes = quick ? 8 : 20;

/** The value below which so many of a hundred lie. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

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

/** An open page of a node: when it was told of an operation last. */
async function openPage(url: string, cookie: string) {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/live`, { headers: { Cookie: cookie }, signal: abort.signal });
  let toldAt = 0;
  const reading = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? [])
      if (chunk.includes("Parvis.PermissionPolicyChanged")) toldAt = performance.now();
  })().catch(() => undefined);
  return {
    toldAt: () => toldAt,
    close: async () => {
      abort.abort();
      await reading;
    },
  };
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(member),
  });
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** Changes Global on one node, and asks another until it decides by it. */
async function acrossNodes(one: ParvisProcess, other: ParvisProcess) {
  const cookie = await signIn(other.localUrl);
  const page = await openPage(other.localUrl, cookie);
  const everything = { type: "BlockedAppList", apps: [] };
  const nothing = { type: "AllowedAppList", apps: [] };
  // One that is allowed, for everyone, and custom.
  const appId = idOf("app", 3);
  const mayUse = async () => {
    const response = await fetch(`${other.localUrl}/api/apps/${appId}/access`, { headers: { Cookie: cookie } });
    return ((await response.json()) as { allowed: boolean }).allowed;
  };
  const decided: number[] = [];
  const told: number[] = [];
  for (let change = 0; change < changes; change++) {
    const allowed = change % 2 === 1;
    const content = { microsoft: everything, thirdParty: everything, custom: allowed ? everything : nothing };
    const began = performance.now();
    await one.call("PATCH", "/api/policies/permission/00000000-0000-4000-8000-000000000001", { content });
    while ((await mayUse()) !== allowed) await sleep(1);
    decided.push(performance.now() - began);
    while (page.toldAt() < began) await sleep(1);
    told.push(page.toldAt() - began);
  }
  await page.close();
  return { decided, told };
}

/** Listing over HTTP, as a client asks. */
async function listed(url: string): Promise<number[]> {
  const cookie = await signIn(url);
  const took: number[] = [];
  for (let round = 0; round < 60; round++) {
    const ask = async () => await (await fetch(`${url}/api/apps?limit=50`, { headers: { Cookie: cookie } })).json();
    const milliseconds = await timed(ask);
    if (round >= 10) took.push(milliseconds);
  }
  return took;
}

/** Governance of a large organisation: deciding, listing, and how fast a change holds everywhere. */
export async function run(say: (line: string) => void): Promise<BenchReport> {
  const one = await ParvisProcess.start();
  const databaseUrl = await one.databaseUrl();
  const other = await ParvisProcess.start({ bare: true, environment: { PARVIS_DATABASE_URL: databaseUrl } });
  const client = new Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    say(`loading ${size.people} people, ${size.groups} groups, ${size.policies} policies, ${size.apps} apps`);
    await loadGovernance(client, size);
    const { first, warm, listing, whatIf } = await decisions(databaseUrl);
    const overHttp = await listed(one.localUrl);
    const { decided, told } = await acrossNodes(one, other);
    const figure = (name: string, value: number) => ({ name, value, unit: "ms" });
    return {
      figures: [
        figure("one decision, warm, p50", percentile(warm, 50)),
        figure("one decision, a person's first, p50", percentile(first, 50)),
        figure("one decision, a person's first, p99", percentile(first, 99)),
        figure("first 50 apps, any person, p50", percentile(listing, 50)),
        figure("first 50 apps over HTTP, p50", percentile(overHttp, 50)),
        figure("policy change until another node decides by it, p50", percentile(decided, 50)),
        figure("policy change until an open page was told, p50", percentile(told, 50)),
        figure("what if third-party apps were off", whatIf),
      ],
      ratios: [
        atMost("one decision, warm, p99 (ms)", percentile(warm, 99), 2),
        atMost("first 50 apps, any person, p95 (ms)", percentile(listing, 95), 50),
        atMost("first 50 apps over HTTP, p95 (ms)", percentile(overHttp, 95), 50),
        atMost("policy change until another node decides by it, most (ms)", Math.max(...decided), 1_000),
        atMost("policy change until an open page was told, most (ms)", Math.max(...told), 2_000),
      ],
    };
  } finally {
    await client.end();
    await other.dispose();
    await one.dispose();
  }
}
