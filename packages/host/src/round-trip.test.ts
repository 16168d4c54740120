import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRoundTrip, type RoundTrip } from "./round-trip.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function answer(trip: RoundTrip, func: string, ...args: unknown[]): void {
  new Map(trip.calls).get(func)?.({ func, args, generation: 1, origin: "https://app.contoso.com" });
}

test("ends as the page says, and only while somebody waits", async () => {
  const trip = createRoundTrip("settings.save", 30_000);
  const post = vi.fn(() => true);
  answer(trip, "settings.save.success");
  const first = trip.start(post);
  expect(trip.running).toBe(first);
  answer(trip, "settings.save.failure", "Choose a repository.");
  answer(trip, "settings.save.success");
  expect(await first).toEqual({ outcome: "failed", reason: "Choose a repository." });
  const second = trip.start(post);
  answer(trip, "settings.save.success");
  expect(await second).toEqual({ outcome: "succeeded" });
  expect(trip.running).toBeUndefined();
  expect(post).toHaveBeenCalledTimes(2);
});

test("asks once, however often Save is pressed", () => {
  const trip = createRoundTrip("settings.save", 30_000);
  const post = vi.fn(() => true);
  expect(trip.start(post)).toBe(trip.start(post));
  expect(post).toHaveBeenCalledTimes(1);
});

test("times out, and cuts reasons without end", async () => {
  const trip = createRoundTrip("settings.remove", 30_000);
  const late = trip.start(() => true);
  await vi.advanceTimersByTimeAsync(29_999);
  expect(trip.running).toBe(late);
  await vi.advanceTimersByTimeAsync(1);
  expect(await late).toEqual({ outcome: "timed-out" });
  const failing = trip.start(() => true);
  answer(trip, "settings.remove.failure", "r".repeat(100_000));
  expect(await failing).toEqual({ outcome: "failed", reason: "r".repeat(2000) });
});

test("is not ready when nobody can be asked", async () => {
  const trip = createRoundTrip("settings.save", 30_000);
  expect(await trip.start(() => false)).toEqual({ outcome: "not-ready" });
});
