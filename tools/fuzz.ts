/**
 * Throws hostile packages at the manifest engine until the time is over: no crash, no verdict slower than a second, no more than
 * 256 MB. `node tools/fuzz.ts [minutes]`, ten by default. Prints the seed of a failure and keeps the package that caused it.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { hostilePackage } from "../packages/manifest/src/testing/fuzz-packages.ts";
import type { Judgement } from "./fuzz-judge.ts";

const minutes = Number(process.argv[2] ?? 10);
const slowestAllowed = 1_000;
const memoryAllowed = 256 * 1024 * 1024;
const end = Date.now() + minutes * 60_000;
const totals = { packages: 0, slowest: 0, memory: 0, findings: 0 };

const judge = fork(join(import.meta.dirname, "fuzz-judge.ts"), { serialization: "advanced" });
await ask(judge, new Uint8Array(), 10_000);

while (Date.now() < end) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const batch = fc.sample(hostilePackage, { seed, numRuns: 250 });
  for (const bytes of batch) {
    const { milliseconds, memory, findings, failure } = await ask(judge, bytes, 5_000);
    totals.packages++;
    totals.findings += findings;
    totals.slowest = Math.max(totals.slowest, milliseconds);
    totals.memory = Math.max(totals.memory, memory);
    if (failure !== null) stop(failure, seed, bytes);
    if (milliseconds > slowestAllowed) stop(`a verdict took ${Math.round(milliseconds)} ms`, seed, bytes);
    if (memory > memoryAllowed) stop(`${Math.round(memory / 1024 / 1024)} MB in use`, seed, bytes);
  }
}
judge.kill();
const { packages, slowest, memory, findings } = totals;
process.stdout.write(
  `${packages} packages, ${findings} findings, slowest verdict ${Math.round(slowest)} ms, at most ${Math.round(memory / 1024 / 1024)} MB\n`,
);

/** A judge that dies or does not answer is a failure like any other. */
async function ask(child: ChildProcess, bytes: Uint8Array, patience: number): Promise<Judgement> {
  const silence = AbortSignal.timeout(patience);
  child.send(bytes);
  try {
    const [answer] = (await once(child, "message", { signal: silence })) as [Judgement];
    return answer;
  } catch {
    return { milliseconds: patience, findings: 0, memory: 0, failure: `no answer within ${patience} ms` };
  }
}

function stop(reason: string, seed: number, bytes: Uint8Array): never {
  const file = join(tmpdir(), `parvis-fuzz-${seed}.zip`);
  writeFileSync(file, bytes);
  process.stderr.write(`failed with seed ${seed}: ${reason}\nthe package is ${file}\n`);
  judge.kill();
  process.exit(1);
}
