import type { EngineFaultCode } from "./engine-fault.ts";
import type { jobs } from "./jobs.ts";

/** How far a job is. */
export interface Progress {
  readonly stage: "reading" | "judging";
  /** Bytes read so far and in all, while reading. */
  readonly done: number;
  readonly total: number;
}

export type Report = (progress: Progress) => void;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Parameters<Jobs[N]>[0];
export type JobResult<N extends JobName> = Awaited<ReturnType<Jobs[N]>>;

/** What the page asks of the engine. */
export interface Order {
  readonly number: number;
  readonly job: JobName;
  readonly input: unknown;
}

/** What the engine says to it. */
export type Answer =
  | { readonly number: number; readonly kind: "progress"; readonly progress: Progress }
  | { readonly number: number; readonly kind: "done"; readonly result: unknown }
  | { readonly number: number; readonly kind: "failed"; readonly code: EngineFaultCode; readonly message: string };
