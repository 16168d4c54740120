import { destination, type Logger, pino } from "pino";

export type { Logger } from "pino";

/**
 * The server's log: one JSON object a line on standard output.
 * Secrets never reach it: what travels in these fields is replaced, and webhook URLs are never logged at all.
 */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: { name: "parvis" },
      redact: {
        paths: [
          "password",
          "*.password",
          "token",
          "*.token",
          "headers.authorization",
          "headers.cookie",
          "webhookUrl",
          "*.webhookUrl",
        ],
        censor: "[hidden]",
      },
    },
    destination({ dest: 1, sync: false }),
  );
}
