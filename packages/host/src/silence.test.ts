import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSilenceWatch } from "./silence.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const timings = { loadMilliseconds: 30_000, initializeMilliseconds: 10_000, firstCallMilliseconds: 5_000 };

function watch() {
  const said = vi.fn();
  const probe = vi.fn();
  return { said, probe, ...createSilenceWatch(timings, said, probe) };
}

test("a frame that never loads", () => {
  const { said } = watch();
  vi.advanceTimersByTime(30_000);
  expect(said.mock.calls).toEqual([["not-loaded"]]);
});

test("a page that loads and never says initialize", () => {
  const { said, loaded } = watch();
  vi.advanceTimersByTime(29_000);
  loaded();
  vi.advanceTimersByTime(9_999);
  expect(said).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(said.mock.calls).toEqual([["no-initialize"]]);
});

test("a page that says initialize and ignores the answer is probed first", () => {
  const { said, probe, loaded, initialized } = watch();
  initialized();
  loaded();
  vi.advanceTimersByTime(5_000);
  expect(probe).toHaveBeenCalledTimes(1);
  expect(said).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(said.mock.calls).toEqual([["origin-not-accepted"]]);
});

test("a page that answers the probe, or stopped being watched, is not silent", () => {
  const answering = watch();
  answering.initialized();
  vi.advanceTimersByTime(5_500);
  answering.heard();
  const stopped = watch();
  stopped.loaded();
  stopped.stop();
  stopped.loaded();
  vi.advanceTimersByTime(60_000);
  expect([...answering.said.mock.calls, ...stopped.said.mock.calls]).toEqual([]);
});
