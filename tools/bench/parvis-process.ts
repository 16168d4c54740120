import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const tenantId = "11111111-1111-4111-8111-111111111111";
const bootstrap = `
tenant: { id: ${tenantId}, displayName: Bench, domain: bench.test }
users: [{ upn: admin@bench.test, displayName: Admin, password: correct-horse-1, roles: [globalAdministrator] }]
teams: [{ displayName: Bench, owners: [admin@bench.test], channels: [Cards] }]
`;

/** A Parvis in a process and a data folder of its own, as `npm start` runs it. */
export class ParvisProcess {
  readonly url: string;
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #folder: string;
  #cookie = "";

  private constructor(child: ChildProcess, url: string, folder: string) {
    this.#child = child;
    this.#folder = folder;
    this.url = url;
    this.pid = child.pid ?? 0;
  }

  static async start(): Promise<ParvisProcess> {
    const folder = await mkdtemp(join(tmpdir(), "parvis-bench-"));
    const file = join(folder, "bootstrap.yaml");
    await writeFile(file, bootstrap);
    const child = spawn(process.execPath, [join(import.meta.dirname, "serve.ts")], {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        PARVIS_PORT: "0",
        PARVIS_DATA: join(folder, "data"),
        PARVIS_BOOTSTRAP: file,
        PARVIS_LOG_LEVEL: "error",
      },
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return new ParvisProcess(child, line.toString().trim(), folder);
  }

  /** Where its PostgreSQL is, for load that goes past Parvis. */
  async databaseUrl(): Promise<string> {
    const password = (await readFile(join(this.#folder, "data/database-password"), "utf8")).trim();
    return `postgresql://parvis:${password}@${encodeURIComponent(join(this.#folder, "data/postgres"))}/parvis`;
  }

  /** Resident memory in MB. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.pid}/status`, "utf8").catch(() => "");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
  }

  async stop(): Promise<void> {
    this.#child.kill("SIGTERM");
    await once(this.#child, "exit");
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #call<Body>(method: string, path: string, body?: object | Uint8Array): Promise<Body> {
    const type = body instanceof Uint8Array ? "application/zip" : "application/json";
    const response = await fetch(this.url + path, {
      method,
      headers: { "Content-Type": type, Cookie: this.#cookie },
      body: body === undefined ? null : body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    this.#cookie = response.headers.get("set-cookie")?.split(";")[0] ?? this.#cookie;
    return (await response.json()) as Body;
  }

  /** The journey of a connector by the API alone. @returns the webhook's address and its channel. */
  async connector(appPackage: Uint8Array): Promise<{ webhookUrl: string; channelId: string }> {
    await this.#call("POST", "/api/session", { upn: "admin@bench.test", password: "correct-horse-1" });
    const { id: appId } = await this.#call<{ id: string }>("POST", "/api/apps", appPackage);
    const { items } = await this.#call<{ items: { id: string; channels: { id: string; displayName: string }[] }[] }>(
      "GET",
      "/api/teams",
    );
    const [team] = items;
    const channel = team?.channels.find(({ displayName }) => displayName === "Cards");
    if (team === undefined || channel === undefined) throw new Error("The bootstrap made no team.");
    const { definitionId } = await this.#call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
    await this.#call("POST", `/api/teams/${team.id}/installations`, { appId, consent: { definitionId } });
    const { id } = await this.#call<{ id: string }>("POST", `/api/channels/${channel.id}/connectors`, { appId });
    const saved = await this.#call<{ webhookUrl: string }>("PUT", `/api/connectors/${id}`, { settings: {} });
    return { webhookUrl: saved.webhookUrl, channelId: channel.id };
  }
}
