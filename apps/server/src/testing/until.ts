import { setTimeout as sleep } from "node:timers/promises";

/** Waits for something that will come, asking often. @throws Error after 30 s: then it did not. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; !(await condition()); waited += 20) {
    if (waited > 30_000) throw new Error(`Waited for 30 s in vain: ${condition}`);
    await sleep(20);
  }
}
