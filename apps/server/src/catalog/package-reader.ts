import { Worker } from "node:worker_threads";
import type { Comparison, Finding, Language, TeamsManifest } from "@parvis/manifest";

export interface FileRead {
  readonly bytes: Uint8Array;
  readonly sha256: Uint8Array;
}

/** What the catalogue needs of a verdict. */
export interface PackageVerdict {
  readonly valid: boolean;
  readonly findings: readonly Finding[];
  readonly manifest: TeamsManifest | null;
  readonly externalId: string | null;
  readonly version: string | null;
  readonly packageSha256: Uint8Array;
  readonly color: FileRead | undefined;
  readonly outline: FileRead | undefined;
}

/** What the thread is asked. */
export type PackageQuestion =
  | { readonly kind: "read"; readonly bytes: Uint8Array; readonly language: Language }
  | { readonly kind: "compare"; readonly before: Uint8Array; readonly after: Uint8Array; readonly language: Language };

interface Waiting {
  readonly settle: (answer: unknown) => void;
  readonly fail: (error: Error) => void;
  readonly timeout: NodeJS.Timeout;
}

/** In bytes, zipped. */
export const largestPackage = 30 * 1_048_576;
/** Well above what the largest package needs; a hostile one ends here. */
const longestReadMilliseconds = 30_000;
const idleMilliseconds = 60_000;

/**
 * Reads packages on a thread of its own, with its own memory limit. The thread starts with the first package and goes
 * when there was none for a minute.
 */
export class PackageReader {
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** @throws Error when the thread failed, ran out of memory or time: nothing is known about the package then. */
  async read(bytes: Uint8Array, language: Language): Promise<PackageVerdict> {
    return (await this.#ask({ kind: "read", bytes, language })) as PackageVerdict;
  }

  /** Two packages that were read before, files included. @throws Error as {@link read} does. */
  async compare(before: Uint8Array, after: Uint8Array, language: Language): Promise<Comparison> {
    return (await this.#ask({ kind: "compare", before, after, language })) as Comparison;
  }

  async #ask(question: PackageQuestion): Promise<unknown> {
    const worker = this.#start();
    const id = this.#next++;
    return await new Promise<unknown>((settle, fail) => {
      const timeout = setTimeout(
        () => this.#stop(new Error("Reading the package took too long.")),
        longestReadMilliseconds,
      );
      this.#waiting.set(id, { settle, fail, timeout });
      worker.postMessage({ ...question, id });
    });
  }

  async close(): Promise<void> {
    await this.#stop(new Error("Parvis is stopping."));
  }

  #start(): Worker {
    clearTimeout(this.#idle);
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL("./package-verdict.worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.on("message", ({ id, answer, failure }: { id: number; answer?: unknown; failure?: string }) => {
      const waiting = this.#waiting.get(id);
      if (waiting === undefined) return;
      this.#waiting.delete(id);
      clearTimeout(waiting.timeout);
      if (answer === undefined) waiting.fail(new Error(failure));
      else waiting.settle(answer);
      if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.close(), idleMilliseconds).unref();
    });
    worker.on("error", (error) => void this.#stop(error));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  async #stop(reason: unknown): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    for (const { fail, timeout } of this.#waiting.values()) {
      clearTimeout(timeout);
      fail(reason instanceof Error ? reason : new Error(String(reason)));
    }
    this.#waiting.clear();
    await worker?.terminate();
  }
}
