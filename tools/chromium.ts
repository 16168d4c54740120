import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** How tests start it: as root too, and without a word to the outside. @param hostRules which names lead where */
export function chromiumArguments(hostRules: readonly string[]): string[] {
  return [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--ignore-certificate-errors",
    `--host-resolver-rules=${[...hostRules, "MAP * ~NOTFOUND", "EXCLUDE localhost", "EXCLUDE *.localhost", "EXCLUDE 127.0.0.1"].join(",")}`,
  ];
}

/** The browser that tests run in: PARVIS_CHROMIUM, or the system's. Undefined when there is none. */
export function findChromium(): string | undefined {
  const given = process.env.PARVIS_CHROMIUM;
  if (given !== undefined && given !== "") return existsSync(given) ? given : undefined;
  return places.find((place) => existsSync(place));
}

/**
 * Finds Chromium, installing it from the system's packages when absent and we may.
 * @throws Error with the one command to run.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const may = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (may) {
    console.log("Installing Chromium from the system's packages, once …");
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-q"], { stdio: "inherit", env: environment });
    spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
      env: environment,
    });
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "The tests need Chromium. Install it with `sudo apt-get install chromium` (or your system's command), or set " +
      "PARVIS_CHROMIUM to where it is, and run the tests again.",
  );
}
