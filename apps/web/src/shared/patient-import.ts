import { Problem } from "./api/problem.ts";

const firstWaitMilliseconds = 500;
const longestWaitMilliseconds = 8_000;

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/**
 * Makes an import wait for a server that is away, as it is for a moment when it is restarted: what is asked for
 * meanwhile comes when it is back, instead of breaking the page for good (a lazy component keeps its failure).
 * @throws Problem client/outdated when the server is there and the file is not: it serves a newer client by now.
 */
export function patiently<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return async () => {
    let missing = false;
    for (let wait = firstWaitMilliseconds; ; wait = Math.min(wait * 2, longestWaitMilliseconds)) {
      try {
        return await load();
      } catch (cause) {
        if (missing) throw new Problem({ code: "client/outdated", status: 404, cause });
        missing = await serverAnswers();
      }
      await new Promise((waited) => setTimeout(waited, wait));
    }
  };
}
