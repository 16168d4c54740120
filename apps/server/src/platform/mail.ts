import { createTransport, type Transporter } from "nodemailer";
import type { Configuration } from "./configuration.ts";
import { ParvisError } from "./errors.ts";

export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Name before the sender's address: who speaks. Parvis when absent. */
  readonly fromName?: string;
  /** The same for every attempt, so that mailboxes can leave out what they have. Without the angle brackets. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a mail is not on its way. `permanent`: trying again will not help. */
export class MailFailure extends Error {
  override readonly name = "MailFailure";
  readonly permanent: boolean;
  /** The SMTP reply code, where there was one. */
  readonly code: number | undefined;

  constructor(message: string, permanent: boolean, code: number | undefined) {
    super(message);
    this.permanent = permanent;
    this.code = code;
  }
}

export interface Mail {
  /** Whether there is a server to send through. */
  readonly configured: boolean;
  /** @throws ParvisError mail/not-configured, saying what to set. */
  require(): void;
  /**
   * Hands a mail to the server. @returns what the server answered.
   * @throws MailFailure, ParvisError mail/not-configured
   */
  send(message: MailMessage): Promise<string>;
  close(): void;
}

const notConfigured = () =>
  new ParvisError("mail/not-configured", {
    detail:
      "This Parvis has no mail server. Its operator sets PARVIS_SMTP_URL (and PARVIS_MAIL_FROM) and starts it again.",
  });

/** Connections that are kept open; a mail that waits for one is not lost, only later. */
const connections = 4;
const timeoutMilliseconds = 20_000;

/**
 * Mail through the operator's server.
 * @param publicUrl its host is the sender's domain unless the operator names a sender.
 */
export function createMail(
  { smtpUrl, mailFrom }: Pick<Configuration, "smtpUrl" | "mailFrom">,
  publicUrl: () => string,
): Mail {
  let transport: Transporter | undefined;

  function open(url: string): Transporter {
    transport ??= createTransport({
      url,
      pool: true,
      maxConnections: connections,
      connectionTimeout: timeoutMilliseconds,
      greetingTimeout: timeoutMilliseconds,
      socketTimeout: timeoutMilliseconds,
      // Bodies are made here; nothing of a card may make the server read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return transport;
  }

  function sender(name: string | undefined): { name: string; address: string } {
    const [, givenName = "", address] =
      /^\s*(?:"?([^"<]*?)"?\s*<)?([^<>\s]+@[^<>\s]+?)>?\s*$/.exec(mailFrom ?? "") ?? [];
    const own = { name: givenName || "Parvis", address: address ?? `parvis@${new URL(publicUrl()).hostname}` };
    return name === undefined ? own : { ...own, name: `${name} (${own.name})` };
  }

  return {
    configured: smtpUrl !== undefined,
    require: () => {
      if (smtpUrl === undefined) throw notConfigured();
    },
    send: async ({ to, subject, text, html, fromName, messageId, headers }) => {
      if (smtpUrl === undefined) throw notConfigured();
      const from = sender(fromName);
      try {
        const sent = await open(smtpUrl).sendMail({
          from,
          // An address is given apart from a name, so that nothing in it is read as a second one.
          to: { name: "", address: to },
          subject,
          text,
          html,
          messageId: `<${messageId}@${from.address.split("@")[1] ?? "parvis"}>`,
          headers: { "Auto-Submitted": "auto-generated", ...headers },
        });
        return String(sent.response ?? "accepted");
      } catch (error) {
        throw asMailFailure(error);
      }
    },
    close: () => transport?.close(),
  };
}

/** RFC 5321: 5yz refuses for good. Signing in that fails is the operator's to mend, so the mail waits. */
function asMailFailure(error: unknown): MailFailure {
  if (!(error instanceof Error)) return new MailFailure(String(error), false, undefined);
  const code = "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : undefined;
  const name = "code" in error ? String(error.code) : "";
  const answer = "response" in error && typeof error.response === "string" ? error.response : error.message;
  const permanent = name !== "EAUTH" && code !== undefined && code >= 500;
  return new MailFailure(answer.replace(/\s+/g, " ").slice(0, 500), permanent, code);
}
