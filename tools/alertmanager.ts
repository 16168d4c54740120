import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";

/** The tests send through a real Alertmanager. */
const places = ["/usr/bin/prometheus-alertmanager", "/usr/local/bin/alertmanager", "/usr/bin/alertmanager"];

/** What to do where it cannot be brought. */
export const alertmanagerHint =
  "there is no Alertmanager; install it with `sudo apt-get install prometheus-alertmanager`, or set PARVIS_ALERTMANAGER to where it is";

/** The Alertmanager that tests run: PARVIS_ALERTMANAGER, or the system's. Undefined when there is none. */
export function findAlertmanager(): string | undefined {
  const given = process.env.PARVIS_ALERTMANAGER;
  if (given !== undefined && given !== "") return existsSync(given) ? given : undefined;
  return places.find((place) => existsSync(place));
}

/**
 * Finds Alertmanager, installing it from the system's packages when absent and we may. Never stands in the way of the
 * other tests: undefined when it cannot be had.
 */
export function ensureAlertmanager(): string | undefined {
  const found = findAlertmanager();
  if (found !== undefined) return found;
  const may = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (!may) return undefined;
  console.log("Installing Alertmanager from the system's packages, once …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...flags: readonly string[]) =>
    spawnSync("apt-get", flags, { stdio: ["ignore", "ignore", "inherit"], env });
  withoutServices(() => {
    const install = () => apt("install", "-y", "-q", "--no-install-recommends", "prometheus-alertmanager");
    // A fresh machine knows no packages yet.
    if (install().status !== 0 && apt("update", "-q").status === 0) install();
  });
  return findAlertmanager();
}

/** A test needs the program, not a service that listens from now on: Debian's policy file says so while it is installed. */
function withoutServices(act: () => void): void {
  const policy = "/usr/sbin/policy-rc.d";
  const made = !existsSync(policy);
  if (made) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    act();
  } finally {
    if (made) rmSync(policy);
  }
}
