import type { Configuration } from "./configuration.ts";
import type { Database } from "./database/database.ts";
import type { EventFeed } from "./events/event-feed.ts";
import type { Logger } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** What every area stands on; made once in main.ts. */
export interface Platform {
  readonly configuration: Configuration;
  readonly log: Logger;
  readonly database: Database;
  readonly feed: EventFeed;
  readonly metrics: Metrics;
  /** Address people and senders use, without a slash at the end. Known only once the port is. */
  publicUrl(): string;
}
