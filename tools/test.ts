import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildClient } from "@parvis/web/build";
import { alertmanagerHint, ensureAlertmanager } from "./alertmanager.ts";
import { ensureChromium } from "./chromium.ts";

/**
 * `npm test`: everything to pass all tests on a fresh machine. Arguments go to Vitest: `npm test -- --project server`.
 * The last line is `N passed, N failed`; it is also left in test-results/summary.txt for CI.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const results = `${root}test-results`;

function run(): number {
  const chromium = ensureChromium();
  if (ensureAlertmanager() === undefined) console.log(`Some tests will be skipped: ${alertmanagerHint}.`);
  buildClient(console.log);
  mkdirSync(results, { recursive: true });
  const report = `${results}/vitest.json`;
  const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
  const { status } = spawnSync(
    process.execPath,
    [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
    { cwd: root, stdio: "inherit", env: { ...process.env, PARVIS_CHROMIUM: chromium } },
  );
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8")) as Record<
    string,
    number
  >;
  // A file that does not even load has no tests to fail, and must not pass for that.
  const failed = Math.max(numFailedTests ?? 0, status === 0 ? 0 : 1, numFailedTestSuites && !numFailedTests ? 1 : 0);
  const summary = `${numPassedTests ?? 0} passed, ${failed} failed`;
  writeFileSync(`${results}/summary.txt`, `${summary}\n`);
  console.log(summary);
  return status ?? 1;
}

try {
  process.exitCode = run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
