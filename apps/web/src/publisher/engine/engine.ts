import { EngineFault } from "./engine-fault.ts";
import type { Answer, JobInput, JobName, JobResult, Order, Progress } from "./engine-protocol.ts";

interface Waiting {
  readonly order: Order;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

export interface RunOptions {
  /** Ends the job, at once whatever it is doing. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let count = 0;

function take({ data }: MessageEvent<Answer>): void {
  const asked = waiting.get(data.number);
  if (asked === undefined) return;
  if (data.kind === "progress") {
    asked.onProgress?.(data.progress);
    return;
  }
  waiting.delete(data.number);
  if (data.kind === "done") asked.resolve(data.result);
  else asked.reject(new EngineFault(data.code, { cause: data.message }));
}

/** The thread died, or never began: everybody who waits is told, and the next who asks gets a new one. */
function giveUp(event: Event): void {
  worker?.terminate();
  worker = undefined;
  const told = [...waiting.values()];
  waiting.clear();
  for (const { reject } of told) reject(new EngineFault("stopped", { cause: event }));
}

function running(): Worker {
  if (worker === undefined) {
    worker = new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module", name: "parvis-engine" });
    worker.addEventListener("message", take);
    worker.addEventListener("error", giveUp);
    worker.addEventListener("messageerror", giveUp);
  }
  return worker;
}

/** A thread cannot be asked to stop while it works: it is ended, and what others wait for is begun anew. */
function stop(number: number, reason: unknown): void {
  const asked = waiting.get(number);
  if (asked === undefined) return;
  waiting.delete(number);
  asked.reject(reason);
  worker?.terminate();
  worker = undefined;
  for (const { order } of waiting.values()) running().postMessage(order);
}

/**
 * Has the engine do something.
 * @throws EngineFault; what the signal was aborted with, when it was.
 */
export async function run<N extends JobName>(
  job: N,
  input: JobInput<N>,
  { signal, onProgress }: RunOptions = {},
): Promise<JobResult<N>> {
  signal?.throwIfAborted();
  const order: Order = { number: ++count, job, input };
  const cancel = () => stop(order.number, signal?.reason);
  signal?.addEventListener("abort", cancel);
  try {
    return await new Promise<JobResult<N>>((resolve, reject) => {
      waiting.set(order.number, { order, onProgress, resolve: (result) => resolve(result as JobResult<N>), reject });
      running().postMessage(order);
    });
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}
