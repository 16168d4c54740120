import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | Buffer>>;
  readonly body?: string | Uint8Array;
  /** Answers only when this is done. */
  readonly after?: Promise<unknown>;
  /** Hangs up instead of answering. */
  readonly hangUp?: boolean;
}

/** Somebody's server that Parvis calls: it keeps what it gets, and answers as it is told. */
export interface Target {
  readonly url: string;
  readonly origin: string;
  readonly received: Received[];
  /** What is answered from now on. */
  reply: Reply | ((request: Received) => Reply);
  close(): Promise<void>;
}

export async function startTarget(): Promise<Target> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const { method = "", url = "", headers } = request;
      const got = { method, path: url, headers, body: Buffer.concat(chunks).toString("utf8") };
      received.push(got);
      const reply = typeof target.reply === "function" ? target.reply(got) : target.reply;
      await reply.after;
      if (reply.hangUp === true) return void request.socket.destroy();
      // Header values are bytes; what is not ASCII is sent as UTF-8, as servers do.
      const sent = Object.entries(reply.headers ?? {}).map(
        ([name, value]) => [name, Buffer.from(value).toString("latin1")] as const,
      );
      response.writeHead(reply.status ?? 200, Object.fromEntries(sent));
      response.end(reply.body ?? "");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const target: Target = {
    url: origin,
    origin,
    received,
    reply: {},
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return target;
}
