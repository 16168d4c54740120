import { describe, expect, it } from "vitest";
import { latestOnly } from "./latest-only.ts";

describe("work of which only the newest counts", () => {
  it("is done one at a time, leaving out what was overtaken", async () => {
    const begun: string[] = [];
    const told: unknown[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const work = latestOnly(
      async (input: string) => {
        begun.push(input);
        await promise;
        if (input === "c") throw new Error(input);
        return input;
      },
      (outcome) => told.push("done" in outcome ? outcome.done : "failed"),
    );
    for (const input of ["a", "b", "c"]) work.ask(input);
    expect(begun).toEqual(["a"]);
    resolve();
    await expect.poll(() => told).toEqual(["a", "failed"]);
    expect(begun).toEqual(["a", "c"]);
    work.ask("d");
    await expect.poll(() => told).toEqual(["a", "failed", "d"]);
  });

  it("says nothing once it is stopped", async () => {
    const told: unknown[] = [];
    const work = latestOnly(async (input: number) => input, told.push.bind(told));
    work.ask(1);
    work.stop();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual([]);
  });
});
