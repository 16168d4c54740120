/** The engine in a thread of its own: however large or hostile a package is, the page stays quick, and can end it. */
import { EngineFault } from "./engine-fault.ts";
import type { Answer, Order, Report } from "./engine-protocol.ts";
import { jobs } from "./jobs.ts";

const answer = (message: Answer) => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  const { number, job, input } = data;
  const report: Report = (progress) => answer({ number, kind: "progress", progress });
  try {
    // The page's types hold job and input together (engine.ts).
    const run = jobs[job] as (input: unknown, report: Report) => Promise<unknown>;
    answer({ number, kind: "done", result: await run(input, report) });
  } catch (error) {
    const code = error instanceof EngineFault ? error.code : "stopped";
    answer({ number, kind: "failed", code, message: String(error) });
  }
});
