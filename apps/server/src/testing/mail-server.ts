import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly email: Email;
  readonly raw: string;
}

/** A real SMTP server that keeps what it is given. */
export interface MailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Answers to recipients by address, such as 550; 0 takes them again. */
  refuse(address: string, code: number): void;
  stop(): Promise<void>;
}

/** @param port the same as before, for a server that comes back. */
export async function mailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refusals = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const code = refusals.get(address) ?? 0;
      if (code === 0) done();
      else done(Object.assign(new Error(code >= 500 ? "no such mailbox" : "try later"), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const from = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(raw).then((email) => {
          received.push({ from, to, email, raw });
          done();
        });
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", () => listening()));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuse: (address, code) => void refusals.set(address, code),
    stop: async () => await new Promise<void>((stopped) => server.close(() => stopped())),
  };
}
