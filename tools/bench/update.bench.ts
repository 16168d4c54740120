import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePackage } from "@parvis/manifest";
import { Client } from "pg";
import { ParvisProcess } from "../parvis-process.ts";
import { quick } from "./quick.ts";
import { atMost, type BenchReport, median } from "./report.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";
const few = 1_000;
const many = quick ? 20_000 : 1_000_000;
const rounds = quick ? 5 : 15;
const example = join(import.meta.dirname, "../../examples/todo-connector/package");

/** The example's package as another app and another version of it. */
async function packageOf(id: string, version: string): Promise<Uint8Array> {
  const names = await readdir(example);
  const files = await Promise.all(
    names.map(async (name) => [name, new Uint8Array(await readFile(join(example, name)))] as const),
  );
  const manifest = JSON.parse(await readFile(join(example, "manifest.json"), "utf8")) as object;
  const changed = new TextEncoder().encode(JSON.stringify({ ...manifest, id, version }));
  return writePackage(new Map([...files, ["manifest.json", changed] as const]));
}

interface InstalledApp {
  readonly appId: string;
  readonly externalId: string;
}

/** An app with so many installations, put there past Parvis. */
async function installed(parvis: ParvisProcess, client: Client, installations: number): Promise<InstalledApp> {
  const externalId = randomUUID();
  const { id: appId } = await parvis.call<{ id: string }>("POST", "/api/apps", await packageOf(externalId, "1.0.0"));
  await client.query(
    `insert into installation (tenant_id, installation_id, app_id, scope, target_id, accepted_definition_id)
     select $1, gen_random_uuid(), $2, 'personal', gen_random_uuid(),
       (select current_definition_id from app where tenant_id = $1 and app_id = $2)
     from generate_series(1, $3::int)`,
    [tenantId, appId, installations],
  );
  await client.query("analyze installation");
  return { appId, externalId };
}

/** Publishing an update of an app that a thousand people have installed, and of one that a million have. */
export async function run(say: (line: string) => void): Promise<BenchReport> {
  const parvis = await ParvisProcess.start();
  const client = new Client({ connectionString: await parvis.databaseUrl() });
  try {
    await client.connect();
    say(`installing one app ${few} times and another ${many} times`);
    const apps = { few: await installed(parvis, client, few), many: await installed(parvis, client, many) };
    const took = { few: [] as number[], many: [] as number[] };
    for (let round = 1; round <= rounds; round++) {
      for (const size of ["few", "many"] as const) {
        const { appId, externalId } = apps[size];
        const body = await packageOf(externalId, `1.0.${round}`);
        const began = performance.now();
        await parvis.call("POST", `/api/apps/${appId}/definitions`, body);
        // The first round warms both.
        if (round > 1) took[size].push(performance.now() - began);
      }
    }
    const { rows } = await client.query<{ count: string }>("select count(*) from definition_transition");
    say(`${rows[0]?.count} transitions were written for ${2 * rounds} updates`);
    const ratio = median(took.many) / median(took.few);
    return {
      figures: [
        { name: `update at ${few} installations`, value: median(took.few), unit: "ms" },
        { name: `update at ${many} installations`, value: median(took.many), unit: "ms" },
      ],
      ratios: [atMost("update, many / few installations", ratio, 1.5)],
    };
  } finally {
    await client.end();
    await parvis.dispose();
  }
}
