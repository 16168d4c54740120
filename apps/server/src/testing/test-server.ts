import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type RunningServer, startServer } from "../main.ts";
import type { Configuration } from "../platform/configuration.ts";
import { copyDatabase } from "./test-database.ts";

/** A Parvis on a database of its own, as the tests of one file share it. */
export interface TestServer {
  readonly url: string;
  readonly setupLink: string | undefined;
  readonly databaseUrl: string;
  /** Stops it and starts it anew on the same database and port. */
  restart(bootstrap?: string): Promise<void>;
  /** Stops it and drops its database. */
  dispose(): Promise<void>;
}

/** Starts a whole Parvis on a free port. @param options `bootstrap` is the path of a bootstrap file; `settings` replace those of tests; `database` is another's: a second node */
export async function testServer(
  options: {
    bootstrap?: string;
    publicUrl?: string;
    settings?: Partial<Configuration>;
    now?: () => Date;
    database?: string;
  } = {},
): Promise<TestServer> {
  const { database: shared } = options;
  const database = shared === undefined ? await copyDatabase() : { url: shared, drop: async () => undefined };
  const configuration: Configuration = {
    port: 0,
    host: "127.0.0.1",
    dataFolder: await mkdtemp(join(tmpdir(), "parvis-test-data-")),
    publicUrl: options.publicUrl,
    databaseUrl: database.url,
    privateTargets: ["127.0.0.1", "localhost"],
    smtpUrl: undefined,
    mailFrom: undefined,
    deliveryHours: 24,
    targetFailureDays: 3,
    appsHost: undefined,
    logLevel: process.env.PARVIS_LOG_LEVEL ?? "silent",
    bootstrapFile: options.bootstrap,
    ...options.settings,
  };
  const clock = options.now === undefined ? {} : { now: options.now };
  let running: RunningServer = await startServer(configuration, clock).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  const { url, setupLink } = running;
  return {
    url,
    setupLink,
    databaseUrl: database.url,
    restart: async (bootstrap) => {
      await running.stop();
      const again = {
        ...configuration,
        port: Number(new URL(url).port),
        bootstrapFile: bootstrap ?? options.bootstrap,
      };
      running = await startServer(again, clock);
    },
    dispose: async () => {
      await running.stop();
      await database.drop();
    },
  };
}

/** Somebody with a session: `fetch` against one server, with the cookie kept and JSON both ways. */
export class TestPerson {
  readonly #url: string;
  #cookie = "";

  constructor(url: string) {
    this.#url = url;
  }

  static async signedIn(url: string, upn: string, password: string): Promise<TestPerson> {
    const person = new TestPerson(url);
    const { status } = await person.call("POST", "/api/session", { upn, password });
    if (status !== 200) throw new Error(`${upn} could not sign in (${status})`);
    return person;
  }

  get cookie(): string {
    return this.#cookie;
  }

  /** @param body an object is sent as JSON, bytes as an app package. */
  async call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: object | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; headers: Headers; body: Body }> {
    const type =
      body === undefined ? {} : { "Content-Type": body instanceof Uint8Array ? "application/zip" : "application/json" };
    const response = await fetch(this.#url + path, {
      method,
      headers: { ...type, ...(this.#cookie === "" ? {} : { Cookie: this.#cookie }), ...headers },
      body: body === undefined ? null : body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
    });
    const given = response.headers.get("set-cookie");
    if (given !== null) this.#cookie = given.split(";")[0] ?? "";
    const text = await response.text();
    const parsed = response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: parsed as Body };
  }
}
