import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chown, mkdir, mkdtemp, open, readFile, readlink, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, type ClientConfig } from "pg";
import type { Logger } from "../log.ts";
import { type PostgresBinaries, postgresBinaries } from "./postgres-binaries.ts";
import { accountForDatabase, type SystemAccount } from "./system-account.ts";

/** How to reach the private server, for `pg`. */
export type ServerAddress = Pick<ClientConfig, "host" | "port" | "user" | "password" | "database">;

/** A person can act on it: shown without a stack. */
export class PrivateServerError extends Error {
  override readonly name = "PrivateServerError";
}

/** Any number, the same in every Parvis: whoever holds this advisory lock holds the data folder. */
const folderLock = 0x70617276;
const databaseName = "parvis";
const startDeadlineMilliseconds = 60_000;
/** A Parvis that was just stopped or killed lets go within moments; longer means that it lives. */
const lockPatienceMilliseconds = 3_000;
/** sockaddr_un holds 108 bytes with the closing zero; `/.s.PGSQL.5432` takes 14. */
const longestSocketFolder = 90;

interface Layout {
  readonly cluster: string;
  /** What the server itself calls its folder: see ADR 0003. */
  readonly clusterAsServer: string;
  readonly socketFolder: string | undefined;
  readonly socketFolderAsServer: string | undefined;
  readonly passwordFile: string;
  readonly logFile: string;
}

function layoutOf(dataFolder: string, account: SystemAccount | undefined): Layout {
  const cluster = join(dataFolder, "postgres");
  // Started as root inside a closed home, the account may not walk to the folder, but a process that begins with it as
  // working directory is inside already, and Linux lets it name the place like this.
  const inside = account !== undefined && process.platform === "linux" ? "/proc/self/cwd" : undefined;
  const socketFolder =
    process.platform === "win32"
      ? undefined
      : Buffer.byteLength(cluster) <= longestSocketFolder
        ? cluster
        : join(tmpdir(), `parvis-${createHash("sha256").update(cluster).digest("hex").slice(0, 16)}`);
  return {
    cluster,
    clusterAsServer: inside ?? cluster,
    socketFolder,
    socketFolderAsServer: socketFolder === cluster ? (inside ?? cluster) : socketFolder,
    passwordFile: join(dataFolder, "database-password"),
    logFile: join(dataFolder, "postgres.log"),
  };
}

async function freePort(): Promise<number> {
  return await new Promise((done, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  return await readFile(path, "utf8").catch(() => undefined);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** After a crash another program may have been given the number in the lock file. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const program = await readlink(`/proc/${pid}/exe`).catch(() => "");
  return /\/postgres( \(deleted\))?$/.test(program);
}

/**
 * The PostgreSQL that Parvis starts, adopts, watches and stops in its data folder. The server outlives a killed
 * Parvis; the next one takes it over. One Parvis at a time holds a folder, by an advisory lock in the database itself:
 * it goes with the process, however that ends, and two starts at once cannot both win.
 */
export class PrivateServer {
  readonly #dataFolder: string;
  readonly #log: Logger;
  readonly #account: SystemAccount | undefined;
  readonly #layout: Layout;
  #binaries: PostgresBinaries | undefined;
  #password = "";
  #port = 5432;
  #pid = 0;
  #guard: Client | undefined;
  #watch: NodeJS.Timeout | undefined;
  #reviving: Promise<void> | undefined;
  #stopping = false;

  constructor(dataFolder: string, log: Logger) {
    this.#dataFolder = dataFolder;
    this.#log = log;
    this.#account = accountForDatabase();
    this.#layout = layoutOf(dataFolder, this.#account);
  }

  /**
   * Makes the cluster when there is none, starts or adopts its server and takes the folder.
   * @throws PrivateServerError when another Parvis holds the folder or the server does not come up.
   */
  async start(): Promise<ServerAddress> {
    await mkdir(this.#dataFolder, { recursive: true, mode: 0o711 });
    this.#binaries = await postgresBinaries(this.#account);
    if ((await readIfThere(join(this.#layout.cluster, "PG_VERSION"))) === undefined) await this.#initialise();
    this.#password = (await readIfThere(this.#layout.passwordFile))?.trim() ?? "";
    if (this.#layout.socketFolder !== undefined && this.#layout.socketFolder !== this.#layout.cluster) {
      await mkdir(this.#layout.socketFolder, { recursive: true, mode: 0o700 });
      await this.#give(this.#layout.socketFolder);
    }
    await this.#comeUp();
    await this.#ensureDatabase();
    this.#watch = setInterval(() => void this.#revive(), 1_000).unref();
    return this.#address(databaseName);
  }

  /** Process id of the server now running. */
  get pid(): number {
    return this.#pid;
  }

  /** Stops the server in good order ("fast": clients are disconnected, everything is written) and lets the folder go. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#watch);
    await this.#reviving;
    const pid = this.#pid;
    // Without the lock the server is another Parvis's, or nobody's yet: a start that was refused must not end it.
    if (this.#guard !== undefined && isAlive(pid)) {
      process.kill(pid, "SIGINT");
      for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) await sleep(20);
      if (isAlive(pid)) process.kill(pid, "SIGQUIT"); // Recovers from its log at the next start; nothing committed is lost.
    }
    await this.#guard?.end().catch(() => undefined);
  }

  #address(database: string): ServerAddress {
    const host = this.#layout.socketFolder ?? "127.0.0.1";
    return { host, port: this.#port, user: "parvis", password: this.#password, database };
  }

  #asAccount(): { uid?: number; gid?: number; cwd: string } {
    const who = this.#account === undefined ? {} : { uid: this.#account.uid, gid: this.#account.gid };
    return { ...who, cwd: this.#layout.cluster };
  }

  async #give(path: string): Promise<void> {
    if (this.#account !== undefined) await chown(path, this.#account.uid, this.#account.gid);
  }

  /** `initdb` into a folder of its own, renamed when complete: a start that was killed half-way begins anew. */
  async #initialise(): Promise<void> {
    const { cluster, passwordFile } = this.#layout;
    const half = `${cluster}.new`;
    await rm(half, { recursive: true, force: true });
    await mkdir(half, { mode: 0o700 });
    await this.#give(half);
    const password = randomBytes(24).toString("base64url");
    const inside = this.#account !== undefined && process.platform === "linux";
    // initdb reads the password from a file, as the account: a folder of its own, gone at the end.
    const handOver = await mkdtemp(join(tmpdir(), "parvis-initdb-"));
    await this.#give(handOver);
    await writeFile(join(handOver, "password"), password, { mode: 0o600 });
    await this.#give(join(handOver, "password"));
    const flags = ["--pgdata", inside ? "/proc/self/cwd" : half, "--username=parvis", "--auth=scram-sha-256"];
    flags.push(`--pwfile=${join(handOver, "password")}`, "--encoding=UTF8", "--locale=C", "--no-instructions");
    const made = spawnSync(this.#binaries?.initdb ?? "", flags, {
      ...this.#asAccount(),
      cwd: half,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
    });
    await rm(handOver, { recursive: true, force: true });
    if (made.status !== 0) {
      await rm(half, { recursive: true, force: true });
      throw new PrivateServerError(
        `The private database could not be made in ${this.#dataFolder}: ${made.stderr || made.error?.message}`,
      );
    }
    await writeFile(passwordFile, password, { mode: 0o600 });
    await rename(half, cluster);
  }

  /** Until the server answers and the folder is ours. */
  async #comeUp(): Promise<void> {
    const deadline = Date.now() + startDeadlineMilliseconds;
    let lastProblem = "";
    let refusedSince = 0;
    while (Date.now() < deadline) {
      const found = await this.#find();
      if (found === undefined) await this.#spawn();
      const taken = await this.#takeFolder().catch((error: unknown) => {
        lastProblem = error instanceof Error ? error.message : String(error);
        return undefined;
      });
      if (taken === true) return;
      if (taken !== undefined) {
        refusedSince ||= Date.now();
        if (Date.now() - refusedSince > lockPatienceMilliseconds) {
          throw new PrivateServerError(
            `Another Parvis (${taken}) is using the data folder ${this.#dataFolder}. Stop it first, or choose another folder with PARVIS_DATA.`,
          );
        }
      }
      await sleep(20);
    }
    throw new PrivateServerError(
      `The private database did not start: ${lastProblem}. Its own log is ${this.#layout.logFile}.`,
    );
  }

  /** The server that runs on our cluster already; removes the lock file of one that is gone. */
  async #find(): Promise<number | undefined> {
    const lockFile = join(this.#layout.cluster, "postmaster.pid");
    const text = await readIfThere(lockFile);
    if (text === undefined) return undefined;
    const lines = text.split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    if (Number.isNaN(pid) || !isAlive(pid) || !(await isPostgres(pid))) {
      await rm(lockFile, { force: true });
      return undefined;
    }
    this.#pid = pid;
    if (this.#layout.socketFolder === undefined) this.#port = Number.parseInt(lines[3] ?? "", 10) || this.#port;
    return pid;
  }

  async #spawn(): Promise<void> {
    const { clusterAsServer, socketFolderAsServer, logFile } = this.#layout;
    if (socketFolderAsServer === undefined) this.#port = await freePort();
    const options: Record<string, string> = {
      port: String(this.#port),
      listen_addresses: socketFolderAsServer === undefined ? "127.0.0.1" : "",
      ...(socketFolderAsServer === undefined
        ? {}
        : { unix_socket_directories: socketFolderAsServer, unix_socket_permissions: "0700" }),
      // What was answered is on disk. Never trade these for speed: group commit is where the speed comes from.
      fsync: "on",
      synchronous_commit: "on",
      max_wal_size: "2GB",
      // Filling a new 16 MB log file with zeros stops every commit for 50 ms, once a second under load. What is written is
      // synced all the same; only the room for it is not taken beforehand.
      wal_init_zero: "off",
      // Our queries are short; compiling them costs more than it saves.
      jit: "off",
      log_timezone: "UTC",
      timezone: "UTC",
    };
    const log = await open(logFile, "a", 0o600);
    try {
      // Detached, so that Ctrl+C in a terminal reaches Parvis alone, which then stops the server last.
      const child: ChildProcess = spawn(
        this.#binaries?.postgres ?? "",
        ["-D", clusterAsServer, ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
        {
          ...this.#asAccount(),
          detached: true,
          stdio: ["ignore", log.fd, log.fd],
          env: { ...process.env, LC_ALL: "C" },
        },
      );
      child.on("error", (error) =>
        this.#log.error({ error: error.message }, "The private database could not be started"),
      );
      child.unref();
      this.#pid = child.pid ?? 0;
    } finally {
      await log.close();
    }
    // Give it the moment to write its lock file, or to find another's and go.
    for (let waited = 0; waited < 2_000 && isAlive(this.#pid); waited += 10) {
      await sleep(10);
      if ((await readIfThere(join(this.#layout.cluster, "postmaster.pid"))) !== undefined) return;
    }
  }

  /** True when the folder is ours now; else who has it. Throws while the server does not answer yet. */
  async #takeFolder(): Promise<true | string> {
    const guard = new Client({
      ...this.#address("postgres"),
      application_name: `parvis process ${process.pid}`,
      keepAlive: true,
    });
    guard.on("error", () => undefined); // The watch notices; an unhandled event would end the process.
    await guard.connect();
    const lock = await guard.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [folderLock]);
    if (lock.rows[0]?.mine === true) {
      await this.#guard?.end().catch(() => undefined);
      this.#guard = guard;
      return true;
    }
    const holder = await guard.query<{ name: string }>(
      "select a.application_name as name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.objid = $1 and l.granted",
      [folderLock],
    );
    await guard.end();
    return holder.rows[0]?.name.replace("parvis ", "") || "a process that is just going";
  }

  async #ensureDatabase(): Promise<void> {
    const there = await this.#guard?.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (there?.rowCount === 0) await this.#guard?.query(`create database ${databaseName}`);
  }

  /** Brings the server back when it died under us. Requests meanwhile are answered 503. */
  async #revive(): Promise<void> {
    if (this.#stopping || this.#reviving !== undefined || isAlive(this.#pid)) return;
    this.#log.error({ pid: this.#pid, log: this.#layout.logFile }, "The private database is gone; starting it again");
    this.#reviving = this.#comeUp()
      .then(() => this.#log.info({ pid: this.#pid }, "The private database is back"))
      .catch((error: unknown) => this.#log.error({ error: String(error) }, "The private database did not come back"));
    await this.#reviving;
    this.#reviving = undefined;
  }
}
