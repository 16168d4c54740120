import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly generatorURL?: string;
  readonly endsAt?: string;
}

/** An Alertmanager in a process of its own that posts what it is told to one webhook. */
export interface RunningAlertmanager {
  readonly url: string;
  fire(...alerts: readonly Alert[]): Promise<void>;
  /** A line of its own metrics by name and labels. */
  metric(name: string): Promise<number | undefined>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** @param program the binary. @param webhookUrl the only thing that its configuration says about Parvis. */
export async function startAlertmanager(program: string, webhookUrl: string): Promise<RunningAlertmanager> {
  const folder = await mkdtemp(join(tmpdir(), "parvis-alertmanager-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const configuration = `
route: { receiver: channel, group_by: [alertname], group_wait: 200ms, group_interval: 1s, repeat_interval: 1h }
receivers:
  - name: channel
    webhook_configs:
      - url: ${JSON.stringify(webhookUrl)}
`;
  await writeFile(join(folder, "alertmanager.yml"), configuration);
  const child: ChildProcess = spawn(
    program,
    [
      `--config.file=${join(folder, "alertmanager.yml")}`,
      `--storage.path=${join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${port}`,
      "--cluster.listen-address=",
      "--log.level=error",
    ],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  while ((await fetch(`${url}/-/ready`).catch(() => undefined))?.ok !== true) {
    if (child.exitCode !== null) throw new Error("Alertmanager did not start; the reason stands above.");
    await new Promise((waited) => setTimeout(waited, 100));
  }
  return {
    url,
    fire: async (...alerts) => {
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`${url}/api/v2/alerts`, { method: "POST", headers, body: JSON.stringify(alerts) });
      if (!answer.ok) throw new Error(`Alertmanager answered ${answer.status}: ${await answer.text()}`);
    },
    metric: async (name) => {
      const lines = (await (await fetch(`${url}/metrics`)).text()).split("\n");
      const value = lines
        .find((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
        ?.split(" ")
        .at(-1);
      return value === undefined ? undefined : Number(value);
    },
    stop: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
