import type { Configuration } from "./configuration.ts";
import type { Database } from "./database/database.ts";
import type { EventFeed } from "./events/event-feed.ts";
import type { Outbound } from "./http/outbound.ts";
import type { Jobs } from "./jobs.ts";
import type { Logger } from "./log.ts";
import type { Mail } from "./mail.ts";
import type { Metrics } from "./metrics.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** What every area stands on; made once in main.ts. */
export interface Platform {
  readonly configuration: Configuration;
  readonly log: Logger;
  readonly database: Database;
  readonly feed: EventFeed;
  readonly metrics: Metrics;
  /** Work that is queued by one transaction and done later, on any node. */
  readonly jobs: Jobs;
  readonly mail: Mail;
  /** Requests that somebody else's data asks for. */
  readonly outbound: Outbound;
  readonly keys: SigningKeys;
  /** The time, so that tests can move it. */
  now(): Date;
  /** Address people and senders use, without a slash at the end. Known only once the port is. */
  publicUrl(): string;
}
