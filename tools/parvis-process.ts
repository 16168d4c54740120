import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePackage } from "@parvis/manifest";
import { ownDatabase } from "../apps/server/src/testing/own-database.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";
const bootstrap = `
tenant: { id: ${tenantId}, displayName: Contoso, domain: contoso.test }
users:
  - { upn: ada@contoso.test, displayName: Ada Admin, password: correct-horse-1, roles: [globalAdministrator] }
  - { upn: megan@contoso.test, displayName: Megan Bowen, password: correct-horse-2 }
teams:
  - { displayName: Engineering, owners: [ada@contoso.test], members: [megan@contoso.test], channels: [General, Alerts] }
`;

/** The usual windows, really counted, and wide enough for any load. */
const wideLimits = [1, 30, 3_600, 7_200, 86_400].map((seconds) => ({ seconds, max: 1_000_000_000 }));

export const administrator = { upn: "ada@contoso.test", password: "correct-horse-1" };
export const member = { upn: "megan@contoso.test", password: "correct-horse-2" };

export interface ProcessOptions {
  /** More of the environment, such as PARVIS_PUBLIC_URL. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Set up by hand: no bootstrap file. */
  readonly bare?: boolean;
}

type OwnDatabase = Awaited<ReturnType<typeof ownDatabase>>;

interface Ready {
  readonly url: string;
  readonly port: number;
  readonly setupLink: string | null;
}

/** Whether Parvis runs its own PostgreSQL here, or uses that of PARVIS_DATABASE_URL. */
export const hasPrivateServer = (process.env.PARVIS_DATABASE_URL ?? "") === "";

/**
 * A Parvis in a process and a data folder of its own, as `npm start` runs it, for tests and benchmarks. With
 * PARVIS_DATABASE_URL it has a database of its own on that server.
 */
export class ParvisProcess {
  readonly #folder: string;
  readonly #options: ProcessOptions;
  readonly #database: OwnDatabase | undefined;
  #child: ChildProcess | undefined;
  #ready: Ready = { url: "", port: 0, setupLink: null };
  #cookie = "";

  private constructor(folder: string, options: ProcessOptions, database: OwnDatabase | undefined) {
    this.#folder = folder;
    this.#options = options;
    this.#database = database;
  }

  static async start(options: ProcessOptions = {}): Promise<ParvisProcess> {
    const folder = await mkdtemp(join(tmpdir(), "parvis-process-"));
    await writeFile(join(folder, "bootstrap.yaml"), bootstrap);
    const database = hasPrivateServer ? undefined : await ownDatabase(process.env.PARVIS_DATABASE_URL ?? "");
    const made = new ParvisProcess(folder, options, database);
    await made.start();
    return made;
  }

  /** Where people find it: PARVIS_PUBLIC_URL when that is set. */
  get url(): string {
    return this.#ready.url;
  }

  /** Where it listens, whatever its public address is. */
  get localUrl(): string {
    return `http://localhost:${this.#ready.port}`;
  }

  get setupLink(): string | null {
    return this.#ready.setupLink;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get dataFolder(): string {
    return join(this.#folder, "data");
  }

  /** Starts it, again on the same port and data after it ended. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(import.meta.dirname, "serve.ts")], {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        PARVIS_DATABASE_URL: this.#database?.url ?? "",
        PARVIS_PORT: String(this.#ready.port),
        PARVIS_DATA: this.dataFolder,
        PARVIS_BOOTSTRAP: this.#options.bare === true ? "" : join(this.#folder, "bootstrap.yaml"),
        PARVIS_LOG_LEVEL: process.env.PARVIS_LOG_LEVEL ?? "silent",
        ...this.#options.environment,
      },
    });
    this.#child = child;
    const [line] = (await Promise.race([once(child.stdout, "data"), once(child, "exit").then(() => ["{}"])])) as [
      Buffer,
    ];
    this.#ready = JSON.parse(line.toString()) as Ready;
    if (child.exitCode !== null) throw new Error("Parvis did not start; the reason stands above.");
  }

  /** Ends it with a signal. @param signal SIGKILL leaves its PostgreSQL behind, as a crash does. */
  async end(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    if (this.#child === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill(signal);
    await once(this.#child, "exit");
  }

  /** Ends it in good order and removes its data. */
  async dispose(): Promise<void> {
    await this.end();
    await this.#database?.drop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Process id of its PostgreSQL. */
  async postgres(): Promise<number> {
    return Number((await readFile(join(this.dataFolder, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
  }

  /** Where its PostgreSQL is, for load that goes past Parvis. */
  async databaseUrl(): Promise<string> {
    if (this.#database !== undefined) return this.#database.url;
    const password = (await readFile(join(this.dataFolder, "database-password"), "utf8")).trim();
    return `postgresql://parvis:${password}@${encodeURIComponent(join(this.dataFolder, "postgres"))}/parvis`;
  }

  /** Resident memory in MB. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.pid}/status`, "utf8").catch(() => "");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
  }

  /** Asks the API as its administrator, signing in the first time. @throws Error with the answer when it is a refusal. */
  async call<Body>(method: string, path: string, body?: object | Uint8Array): Promise<Body> {
    if (this.#cookie === "" && path !== "/api/session") await this.call("POST", "/api/session", administrator);
    const type = body instanceof Uint8Array ? "application/zip" : "application/json";
    const response = await fetch(this.localUrl + path, {
      method,
      headers: { "Content-Type": type, Cookie: this.#cookie },
      body: body === undefined ? null : body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    this.#cookie = response.headers.get("set-cookie")?.split(";")[0] ?? this.#cookie;
    return (await response.json()) as Body;
  }

  /** The journey of a connector by the API alone. @returns the webhook's address and its channel. */
  async connector(appPackage: Uint8Array, channelName = "Alerts"): Promise<{ webhookUrl: string; channelId: string }> {
    const { id: appId } = await this.call<{ id: string }>("POST", "/api/apps", appPackage);
    const { items } = await this.call<{ items: { id: string; channels: { id: string; displayName: string }[] }[] }>(
      "GET",
      "/api/teams",
    );
    const [team] = items;
    const channel = team?.channels.find(({ displayName }) => displayName === channelName);
    if (team === undefined || channel === undefined) throw new Error("The bootstrap made no such channel.");
    const { definitionId } = await this.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
    await this.call("POST", `/api/teams/${team.id}/installations`, { appId, consent: { definitionId } });
    const { id } = await this.call<{ id: string }>("POST", `/api/channels/${channel.id}/connectors`, { appId });
    const saved = await this.call<{ webhookUrl: string }>("PUT", `/api/connectors/${id}`, { settings: {} });
    await this.call("PATCH", `/api/connectors/${id}`, { rateLimits: wideLimits });
    return { webhookUrl: saved.webhookUrl, channelId: channel.id };
  }

  /** Every message of a channel, newest first. */
  async messages(channelId: string): Promise<{ id: string; summary: string }[]> {
    const all: { id: string; summary: string }[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const page: { items: { id: string; summary: string }[]; nextCursor: string | null } = await this.call(
        "GET",
        `/api/channels/${channelId}/messages?limit=200${query}`,
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    return all;
  }
}

/** Zips a folder of files as an app package. */
export async function packFolder(folder: string): Promise<Uint8Array> {
  const names = await readdir(folder);
  return writePackage(
    new Map(
      await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const)),
    ),
  );
}
