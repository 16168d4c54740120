import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterEach, expect, test } from "vitest";
import { until } from "../../testing/until.ts";
import { createLog } from "../log.ts";
import { PrivateServer, type ServerAddress } from "./private-server.ts";

const log = createLog("silent");
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function dataFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, "parvis-private-server-"));
  stops.push(async () => await rm(folder, { recursive: true, force: true }));
  return folder;
}

async function started(folder: string): Promise<{ server: PrivateServer; address: ServerAddress }> {
  const server = new PrivateServer(folder, log);
  const address = await server.start();
  stops.push(async () => await server.stop());
  return { server, address };
}

async function ask<Row extends object>(address: ServerAddress, statement: string): Promise<Row[]> {
  const client = new Client(address);
  client.on("error", () => undefined);
  await client.connect();
  return (await client.query<Row>(statement).finally(async () => await client.end())).rows;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Another process that holds the folder as a Parvis does. */
async function otherProcess(folder: string): Promise<{ process: ChildProcess; postgres: number }> {
  const holder = fileURLToPath(new URL("../../testing/hold-private-server.ts", import.meta.url));
  const process_ = spawn(process.execPath, [holder, folder], { stdio: ["ignore", "pipe", "inherit"] });
  stops.push(async () => void process_.kill("SIGKILL"));
  const [line] = (await once(process_.stdout, "data")) as [Buffer];
  return { process: process_, postgres: Number(line.toString()) };
}

test("makes a cluster that keeps what was committed, and stops without leaving a process", async () => {
  const folder = await dataFolder();
  const first = await started(folder);
  expect(
    await ask(
      first.address,
      "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
    ),
  ).toEqual([{ fsync: "on", commit: "on" }]);
  await ask(first.address, "create table kept as select 1 as one");
  const { pid } = first.server;
  await first.server.stop();
  expect(isAlive(pid)).toBe(false);

  const second = await started(folder);
  expect(await ask(second.address, "select one from kept")).toEqual([{ one: 1 }]);
});

test("listens on no network port where there are Unix sockets", async () => {
  const { address } = await started(await dataFolder());
  expect(await ask(address, "select current_setting('listen_addresses') as addresses")).toEqual([{ addresses: "" }]);
});

test("refuses in one sentence when another Parvis holds the folder, and leaves that one alone", async () => {
  const folder = await dataFolder();
  const other = await otherProcess(folder);
  const refused = new PrivateServer(folder, log);
  await expect(refused.start()).rejects.toThrow(
    `Another Parvis (process ${other.process.pid}) is using the data folder ${folder}. Stop it first, or choose another folder with PARVIS_DATA.`,
  );
  await refused.stop();
  expect(isAlive(other.postgres)).toBe(true);
});

test("adopts the server that a killed Parvis left, and stops it at the end", async () => {
  const folder = await dataFolder();
  const other = await otherProcess(folder);
  other.process.kill("SIGKILL");
  await once(other.process, "exit");
  const { server, address } = await started(folder);
  expect(server.pid).toBe(other.postgres);
  expect(await ask(address, "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
  expect(isAlive(other.postgres)).toBe(false);
});

test("starts anew when both were killed, past the lock file that was left", async () => {
  const folder = await dataFolder();
  const other = await otherProcess(folder);
  process.kill(other.postgres, "SIGKILL");
  other.process.kill("SIGKILL");
  await once(other.process, "exit");
  expect(await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).toContain(String(other.postgres));
  const { address } = await started(folder);
  expect(await ask(address, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("is not fooled by a lock file whose number belongs to another program now", async () => {
  const folder = await dataFolder();
  await (await started(folder)).server.stop();
  await writeFile(join(folder, "postgres", "postmaster.pid"), `${process.pid}\n${folder}/postgres\n0\n5432\n`);
  const { address } = await started(folder);
  expect(await ask(address, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("begins anew after a first start that was killed half-way", async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, "postgres.new"), "half a cluster");
  const { address } = await started(folder);
  expect(await ask(address, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("brings the server back when it dies under a running Parvis", async () => {
  const { server, address } = await started(await dataFolder());
  const { pid } = server;
  process.kill(pid, "SIGKILL");
  await until(
    async () =>
      await ask(address, "select 1").then(
        () => server.pid !== pid,
        () => false,
      ),
  );
});

test("works from a path that is too long for a socket's address", async () => {
  const folder = join(await dataFolder(), "a-folder-with-quite-a-long-name-in-it".repeat(3));
  const { address } = await started(folder);
  expect(await ask(address, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("runs as an unprivileged user when started as root, also inside a closed home folder", async ({ skip }) => {
  if (process.getuid?.() !== 0) skip("only root starts the server as somebody else");
  const home = await dataFolder(homedir());
  await chmod(home, 0o700);
  const { server, address } = await started(join(home, "data"));
  expect(await ask(address, "select 1 as one")).toEqual([{ one: 1 }]);
  expect((await stat(`/proc/${server.pid}`)).uid).not.toBe(0);
});
