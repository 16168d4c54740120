import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Client } from "pg";
import { ParvisProcess, packFolder } from "../parvis-process.ts";
import { generator, type LoadResult, postLoad } from "./load.ts";
import { atLeast, type BenchReport, median } from "./report.ts";

const connections = 64;
const rounds = 3;
const seconds = 6;
const example = join(import.meta.dirname, "../../examples/todo-connector/package");

/** A MessageCard of 1.5 KB, the size that builds and monitors send. */
function card(): string {
  const facts = Array.from({ length: 12 }, (_, index) => ({
    name: `Check ${index + 1}`,
    value: "passed after 2 min 14 s on linux-x64",
  }));
  const text = JSON.stringify({
    "@type": "MessageCard",
    "@context": "https://schema.org/extensions",
    themeColor: "C4314B",
    summary: "Build 1234 failed",
    title: "Build 1234 failed",
    sections: [{ activityTitle: "Nightly build", activitySubtitle: "main", facts, text: "" }],
    potentialAction: [
      {
        "@type": "OpenUri",
        name: "Open the log",
        targets: [{ os: "default", uri: "https://example.com/builds/1234" }],
      },
    ],
  });
  return text.replace('"text":""', `"text":"${"x".repeat(1_536 - text.length)}"`);
}

async function rawInserts(databaseUrl: string, body: string): Promise<number> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "raw-inserts.ts"), databaseUrl, String(seconds), body],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [output] = (await once(child.stdout, "data")) as [Buffer];
  await once(child, "exit");
  return Number(output.toString());
}

async function bareHono(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "bare-hono.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return { url: `http://127.0.0.1:${port.toString().trim()}/`, stop: () => void child.kill() };
}

/** Posts that were answered 200 without being taken, as connectors do that are posted to too often. */
async function turnedAway(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query("select count(*)::int as posts from delivery where verdict <> 'accepted'");
  await client.end();
  return rows[0].posts;
}

/**
 * Durable webhook ingest with its log and its limits, which are wide here, beside 64 clients that insert single rows on the same server without any HTTP, and a bare Hono
 * POST that parses the same JSON and stores nothing. Rounds alternate, so that a busy moment hits all three; medians.
 */
export async function run(say: (line: string) => void): Promise<BenchReport> {
  const body = card();
  say(`${rounds} rounds of ${seconds} s, ${connections} connections, ${body.length} bytes, load by ${generator}`);
  const parvis = await ParvisProcess.start();
  const atRest = await parvis.memory();
  const { webhookUrl } = await parvis.connector(await packFolder(example));
  const hono = await bareHono();
  const ingest: LoadResult[] = [];
  const bare: LoadResult[] = [];
  const raw: number[] = [];
  const memory: number[] = [];
  let refused = 0;
  try {
    await postLoad({ url: webhookUrl, body, connections, seconds: 3 });
    await postLoad({ url: hono.url, body, connections, seconds: 2 });
    for (let round = 1; round <= rounds; round++) {
      ingest.push(await postLoad({ url: webhookUrl, body, connections, seconds }));
      memory.push(await parvis.memory());
      raw.push(await rawInserts(await parvis.databaseUrl(), body));
      bare.push(await postLoad({ url: hono.url, body, connections, seconds }));
      say(
        `round ${round}: ingest ${ingest.at(-1)?.requestsPerSecond.toFixed(0)}/s, raw ${raw.at(-1)?.toFixed(0)}/s, bare ${bare.at(-1)?.requestsPerSecond.toFixed(0)}/s`,
      );
    }
    refused = await turnedAway(await parvis.databaseUrl());
  } finally {
    hono.stop();
    await parvis.dispose();
  }
  const failures = ingest.reduce((sum, result) => sum + result.failures, refused);
  if (failures > 0) throw new Error(`${failures} posts were not answered 1: the figures would mean nothing.`);
  const perSecond = median(ingest.map((result) => result.requestsPerSecond));
  const rawPerSecond = median(raw);
  const barePerSecond = median(bare.map((result) => result.requestsPerSecond));
  return {
    figures: [
      { name: "durable webhook ingest", value: perSecond, unit: "cards/s" },
      { name: "ingest p50", value: median(ingest.map((result) => result.p50Milliseconds)), unit: "ms" },
      { name: "ingest p99", value: median(ingest.map((result) => result.p99Milliseconds)), unit: "ms" },
      { name: "server memory at rest", value: atRest, unit: "MB" },
      { name: "server memory under load", value: median(memory), unit: "MB" },
      { name: "raw single-row inserts", value: rawPerSecond, unit: "rows/s" },
      { name: "bare Hono POST", value: barePerSecond, unit: "requests/s" },
      { name: "bare p50", value: median(bare.map((result) => result.p50Milliseconds)), unit: "ms" },
      { name: "bare p99", value: median(bare.map((result) => result.p99Milliseconds)), unit: "ms" },
    ],
    ratios: [
      atLeast("ingest / raw single-row inserts", perSecond / rawPerSecond, 1),
      atLeast("ingest / bare Hono POST", perSecond / barePerSecond, 0.4),
    ],
  };
}
