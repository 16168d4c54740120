import { resolve } from "node:path";
import { z } from "zod";
import { wrongTargetEntries } from "./http/private-targets.ts";

/**
 * Everything an operator can set, once: name, default, meaning. `docs/reference/configuration.md` is printed from
 * this list (`npm run docs`), so the two cannot differ.
 */
export const settings = {
  PARVIS_PORT: {
    schema: z.coerce.number("Expected a whole number up to 65535").int().min(0).max(65_535).default(4700),
    meaning: "TCP port the server listens on. 0 takes a free one and prints it.",
  },
  PARVIS_HOST: {
    schema: z.string().min(1).default("127.0.0.1"),
    meaning: "Address the server listens on. `0.0.0.0` opens it to the network; put TLS in front of it then.",
  },
  PARVIS_DATA: {
    schema: z.string().min(1).default("./data"),
    meaning: "Folder for everything that must survive a restart, the private database included.",
  },
  PARVIS_PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    fallback: "`http://localhost:` and the port",
    meaning:
      "Address people, senders and embedded pages use to reach Parvis. Webhook URLs are made from it, and teams-js " +
      "pages compare it with the origins they accept.",
  },
  PARVIS_DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    fallback: "a private server in `PARVIS_DATA`",
    meaning: "Any PostgreSQL 15 or newer, `postgresql://user:password@host/database`. Unset: Parvis runs its own.",
  },
  PARVIS_PRIVATE_TARGETS: {
    schema: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((entry) => entry.trim())
          .filter((entry) => entry !== ""),
      )
      .refine((entries) => wrongTargetEntries(entries).length === 0, {
        error: ({ input }) =>
          `Expected hosts and networks, not ${wrongTargetEntries(Array.isArray(input) ? input : []).join(", ")}`,
      }),
    fallback: "none",
    meaning:
      "Hosts and networks that are not public and that cards, relays and embedded pages may still make Parvis send " +
      "requests to, with commas: `jenkins.corp`, `*.corp.example`, `10.0.0.0/8`, `127.0.0.1:8080`.",
  },
  PARVIS_SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/, error: "Expected smtp://user:password@host:587 or smtps://…" }).optional(),
    fallback: "none: no mail is sent",
    meaning:
      "Server that mail goes out through, `smtp://user:password@host:587` or `smtps://…`. Unset: connectors cannot post to " +
      "mailboxes and groups.",
  },
  PARVIS_MAIL_FROM: {
    schema: z.string().min(3).max(320).regex(/@/, "Expected a mail address").optional(),
    fallback: "`Parvis <parvis@` and the host of the public address`>`",
    meaning:
      "Sender of that mail: `Parvis <parvis@contoso.example>`. Most servers take only senders of their own domain.",
  },
  PARVIS_DELIVERY_HOURS: {
    schema: z.coerce.number("Expected hours").positive().max(168).default(24),
    meaning: "How long a card is tried again when a mailbox or a relay does not take it. Then it is a dead letter.",
  },
  PARVIS_TARGET_FAILURE_DAYS: {
    schema: z.coerce.number("Expected days").positive().max(30).default(3),
    meaning: "A mailbox or a relay that took nothing for so long is stopped, and its owner is told by mail.",
  },
  PARVIS_APPS_HOST: {
    schema: z
      .string()
      .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/, "Expected a host name, with a port where it has one")
      .optional(),
    fallback: "`apps.` and the host of `PARVIS_PUBLIC_URL`; `localhost` on one's own machine",
    meaning:
      "Host under which each app whose pages are shown through Parvis gets a name of its own: every name below it must " +
      "lead to Parvis, with a certificate for `*.` of it. A domain apart from Parvis's own keeps their cookies apart best.",
  },
  PARVIS_LOG_LEVEL: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    meaning: "How much the server says on standard output: one JSON object a line.",
  },
  PARVIS_BOOTSTRAP: {
    schema: z.string().min(1).optional(),
    fallback: "none",
    meaning: "YAML file with an organisation, people and teams, applied at every start; what is there already stays.",
  },
} as const satisfies Record<string, { schema: z.ZodType; meaning: string; fallback?: string }>;

export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Unset when it follows from the port, which is known only after listening. No trailing slash. */
  readonly publicUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  /** Hosts and networks beside the public ones that requests on behalf of others may go to. */
  readonly privateTargets: readonly string[];
  /** Holds a password. Unset: no mail is sent. */
  readonly smtpUrl: string | undefined;
  /** Sender of mail, `Name <address>`; unset when it follows from the public address. */
  readonly mailFrom: string | undefined;
  readonly deliveryHours: number;
  readonly targetFailureDays: number;
  /** Unset when it follows from the public address. */
  readonly appsHost: string | undefined;
  readonly logLevel: string;
  /** Absolute path. */
  readonly bootstrapFile: string | undefined;
}

const secrets = new Set(["PARVIS_DATABASE_URL", "PARVIS_SMTP_URL"]);

/** What a person got wrong in the environment, all of it at once. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/**
 * Reads the environment.
 * @param environment usually `process.env`; empty strings count as unset, as shells make them easily.
 * @throws ConfigurationError naming every variable that is wrong, what it held and what is expected.
 */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.keys(settings).map((name) => [name, environment[name] || undefined]));
  const schema = z.object({
    PARVIS_PORT: settings.PARVIS_PORT.schema,
    PARVIS_HOST: settings.PARVIS_HOST.schema,
    PARVIS_DATA: settings.PARVIS_DATA.schema,
    PARVIS_PUBLIC_URL: settings.PARVIS_PUBLIC_URL.schema,
    PARVIS_DATABASE_URL: settings.PARVIS_DATABASE_URL.schema,
    PARVIS_PRIVATE_TARGETS: settings.PARVIS_PRIVATE_TARGETS.schema,
    PARVIS_SMTP_URL: settings.PARVIS_SMTP_URL.schema,
    PARVIS_MAIL_FROM: settings.PARVIS_MAIL_FROM.schema,
    PARVIS_DELIVERY_HOURS: settings.PARVIS_DELIVERY_HOURS.schema,
    PARVIS_TARGET_FAILURE_DAYS: settings.PARVIS_TARGET_FAILURE_DAYS.schema,
    PARVIS_APPS_HOST: settings.PARVIS_APPS_HOST.schema,
    PARVIS_LOG_LEVEL: settings.PARVIS_LOG_LEVEL.schema,
    PARVIS_BOOTSTRAP: settings.PARVIS_BOOTSTRAP.schema,
  });
  const read = schema.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      // These hold a password: say that they are wrong, never what they are.
      const held = secrets.has(name) ? "" : ` (it is ${JSON.stringify(given[name])})`;
      return `${name}${held}: ${issue.message}. ${settings[name as keyof typeof settings].meaning}`;
    });
    throw new ConfigurationError(lines.join("\n"));
  }
  const values = read.data;
  return {
    port: values.PARVIS_PORT,
    host: values.PARVIS_HOST,
    dataFolder: resolve(values.PARVIS_DATA),
    publicUrl: values.PARVIS_PUBLIC_URL?.replace(/\/+$/, ""),
    databaseUrl: values.PARVIS_DATABASE_URL,
    privateTargets: values.PARVIS_PRIVATE_TARGETS,
    smtpUrl: values.PARVIS_SMTP_URL,
    mailFrom: values.PARVIS_MAIL_FROM,
    deliveryHours: values.PARVIS_DELIVERY_HOURS,
    targetFailureDays: values.PARVIS_TARGET_FAILURE_DAYS,
    appsHost: values.PARVIS_APPS_HOST,
    logLevel: values.PARVIS_LOG_LEVEL,
    bootstrapFile: values.PARVIS_BOOTSTRAP === undefined ? undefined : resolve(values.PARVIS_BOOTSTRAP),
  };
}
