import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** Answers that were not 2xx, and connections that broke. */
  readonly failures: number;
}

export interface Load {
  readonly url: string;
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
}

/** Which generator is used: `wrk` costs the machine less; `autocannon` comes with the repository. */
export const generator =
  spawnSync("wrk", ["--version"], { stdio: "ignore" }).error === undefined ? "wrk" : "autocannon";

const autocannon = fileURLToPath(import.meta.resolve("autocannon"));

async function output(command: string, flags: readonly string[]): Promise<string> {
  const child = spawn(command, flags, { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  await once(child, "close");
  return text;
}

async function wrk({ url, body, connections, seconds }: Load): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), "parvis-bench-"));
  writeFileSync(join(folder, "body"), body);
  const script = `
    wrk.method = "POST"; wrk.headers["Content-Type"] = "application/json"
    local file = io.open(${JSON.stringify(join(folder, "body"))}); wrk.body = file:read("*a"); file:close()
    function done(summary, latency)
      local failures = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
      io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failures))
    end`;
  writeFileSync(join(folder, "load.lua"), script);
  const text = await output("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", join(folder, "load.lua"), url]);
  const [requests = 0, microseconds = 1, p50 = 0, p99 = 0, failures = 0] = (/RESULT (.*)/.exec(text)?.[1] ?? "")
    .split(" ")
    .map(Number);
  return {
    requestsPerSecond: ((requests - failures) * 1e6) / microseconds,
    p50Milliseconds: p50 / 1_000,
    p99Milliseconds: p99 / 1_000,
    failures,
  };
}

async function cannon({ url, body, connections, seconds }: Load): Promise<LoadResult> {
  const flags = [
    "-j",
    "-n",
    "-m",
    "POST",
    "-H",
    "Content-Type: application/json",
    "-c",
    String(connections),
    "-d",
    String(seconds),
    "-b",
    body,
    url,
  ];
  const result = JSON.parse(await output(process.execPath, [autocannon, ...flags])) as {
    requests: { average: number };
    latency: { p50: number; p99: number };
    non2xx: number;
    errors: number;
  };
  return {
    requestsPerSecond: result.requests.average,
    p50Milliseconds: result.latency.p50,
    p99Milliseconds: result.latency.p99,
    failures: result.non2xx + result.errors,
  };
}

/** Posts one body over and over from a process of its own. */
export async function postLoad(load: Load): Promise<LoadResult> {
  return generator === "wrk" ? await wrk(load) : await cannon(load);
}
