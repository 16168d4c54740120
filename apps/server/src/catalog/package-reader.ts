import { Worker } from "node:worker_threads";
import type { Finding, Language, TeamsManifest } from "@parvis/manifest";

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

interface Waiting {
  readonly settle: (verdict: PackageVerdict) => void;
  readonly fail: (error: Error) => void;
  readonly timeout: NodeJS.Timeout;
}

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
    const worker = this.#start();
    const id = this.#next++;
    return await new Promise<PackageVerdict>((settle, fail) => {
      const timeout = setTimeout(
        () => this.#stop(new Error("Reading the package took too long.")),
        longestReadMilliseconds,
      );
      this.#waiting.set(id, { settle, fail, timeout });
      worker.postMessage({ id, bytes, language });
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
    worker.on("message", ({ id, verdict, failure }: { id: number; verdict?: PackageVerdict; failure?: string }) => {
      const waiting = this.#waiting.get(id);
      if (waiting === undefined) return;
      this.#waiting.delete(id);
      clearTimeout(waiting.timeout);
      if (verdict === undefined) waiting.fail(new Error(failure));
      else waiting.settle(verdict);
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
