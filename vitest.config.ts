import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What a browser shows comes when it comes, on a busy machine too. */
const patient = { poll: { timeout: 30_000 } };
/** A journey is a browser, a Parvis and a database: half of what it does is wait for one of the others. */
const journeys = Math.max(2, Math.floor(availableParallelism() / 2));

/** One project a kind of ground the tests stand on, so that a fast one can be run alone: `vitest run --project packages`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "packages",
          include: ["packages/*/src/**/*.test.ts", "apps/cli/src/**/*.test.ts", "apps/web/src/**/*.test.{ts,tsx}"],
          exclude: ["**/*.browser.test.ts"],
          testTimeout: 30_000,
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "server",
          include: ["apps/server/src/**/*.test.ts"],
          globalSetup: ["apps/server/src/testing/database-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "journey",
          expect: patient,
          include: ["tests/**/*.test.ts"],
          globalSetup: ["tests/support/build.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: journeys,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "browser",
          expect: patient,
          include: ["packages/*/src/**/*.browser.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: journeys,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
