import { createHash } from "node:crypto";
import { ParvisError } from "../platform/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { signInWindow } from "./person.rules.ts";
import { addFailure, countFailures } from "./session.store.ts";

export type AttemptLimit = ReturnType<typeof attemptLimit>;

/** Makes those wait who guess passwords or secrets: so many wrong ones in a window, and no more is looked at. */
export function attemptLimit({ database, now }: Pick<Platform, "database" | "now">) {
  const length = signInWindow.minutes * 60_000;
  const windowStart = () => new Date(Math.floor(now().getTime() / length) * length);

  return {
    /**
     * @param parts who is tried, and where from.
     * @returns what to call when it was wrong.
     * @throws ParvisError session/too-many-attempts
     */
    async begin(...parts: readonly string[]): Promise<() => Promise<void>> {
      const start = windowStart();
      const subject = createHash("sha256").update(parts.join("\n")).digest("hex");
      if ((await countFailures(database.sql, subject, start)) >= signInWindow.failures) {
        const retryAfterSeconds = Math.ceil((start.getTime() + length - now().getTime()) / 1_000);
        throw new ParvisError("session/too-many-attempts", { retryAfterSeconds });
      }
      return async () => await addFailure(database.sql, subject, start);
    },
  };
}
