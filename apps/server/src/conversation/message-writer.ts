import type { Pool, PoolClient } from "pg";
import { isDatabaseAway, ParvisError } from "../platform/errors.ts";
import type { Logger } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";
import { insertPosts, type NewPost, type RefusedPost } from "./post.store.ts";
import { type RateStanding, standingOf } from "./rate.rules.ts";

/** What became of a card. */
export interface Written {
  /** False: its webhook has taken as many as it may for now, and nothing was posted. */
  readonly accepted: boolean;
  /** Where its webhook stands; undefined when it has no limits. */
  readonly standing: RateStanding | undefined;
}

/**
 * A step that belongs to the posts of some webhooks: it runs after they are written, in the same transaction, so that
 * both happen or neither. What it returns is called after the commit.
 */
export type AfterInsert = (
  transaction: PoolClient,
  tenantId: string,
  accepted: readonly NewPost[],
) => Promise<(() => void) | undefined>;

interface Waiting {
  readonly post: NewPost | RefusedPost;
  readonly written: (outcome: Written) => void;
  readonly failed: (error: unknown) => void;
}

/** One tenant's line. A batch never mixes tenants: each commit takes one place in one event log. */
interface Line {
  readonly tenantId: string;
  waiting: Waiting[];
}

export interface WriterLimits {
  /** Messages waiting, over all tenants; the next one is turned away. */
  readonly queue: number;
  /** Characters waiting, over all tenants, so that large cards cannot fill the memory. */
  readonly queueCharacters: number;
  readonly batch: number;
  readonly batchesInFlight: number;
  /** Posts of one webhook that were turned away and are still logged, an hour and node: a flood cannot fill the disk. */
  readonly turnedAwayLogged: number;
}

export interface WriterOptions {
  readonly limits?: WriterLimits;
  /** For posts whose webhook `hasTargets`. */
  readonly afterInsert?: AfterInsert;
  /** Another clock than the database's, for tests. */
  readonly now?: () => Date;
}

const hour = 3_600_000;
const size = ({ post }: Pick<Waiting, "post">) => ("reason" in post ? post.request.sent : post.body)?.length ?? 0;

/**
 * Measured on two cores (`npm run bench -- ingest`): one more batch in flight than one keeps the database busy while
 * the next is gathered; more only contend.
 */
export const writerLimits: WriterLimits = {
  queue: 20_000,
  queueCharacters: 128 * 1_048_576,
  batch: 500,
  batchesInFlight: 2,
  turnedAwayLogged: 500,
};

/**
 * Writes messages in groups: requests that wait at the same time share one statement and one commit. The busier it is,
 * the larger the groups; alone, a message is written at once. What `write` resolves for is on disk.
 */
export class MessageWriter {
  readonly #pool: Pool;
  readonly #log: Logger;
  readonly #metrics: Pick<Metrics, "ingestBatch" | "ingestQueue">;
  readonly #limits: WriterLimits;
  readonly #options: WriterOptions;
  readonly #lines = new Map<string, Line>();
  /** Posts turned away and logged in this hour, by webhook. */
  #turnedAway = new Map<string, number>();
  #turnedAwayHour = 0;
  #waiting = 0;
  #characters = 0;
  #inFlight = 0;
  #scheduled = false;
  #idle: (() => void)[] = [];

  constructor(
    pool: Pool,
    log: Logger,
    metrics: Pick<Metrics, "ingestBatch" | "ingestQueue">,
    options: WriterOptions = {},
  ) {
    this.#pool = pool;
    this.#log = log;
    this.#metrics = metrics;
    this.#limits = options.limits ?? writerLimits;
    this.#options = options;
  }

  /**
   * Resolves when the card is committed, or when its webhook had no room for it.
   * @throws ParvisError server/busy when too much waits already, server/database-away when it could not be written.
   */
  async write(tenantId: string, post: NewPost): Promise<Written> {
    if (this.#full()) throw new ParvisError("server/busy", { retryAfterSeconds: 1 });
    return await this.#lineUp(tenantId, post);
  }

  /** Keeps a refused post in the log, if there is room; it is answered all the same when that fails. */
  async log(tenantId: string, post: RefusedPost): Promise<void> {
    if (this.#full() || this.#room(post.configurationId) === 0) return;
    this.#noteTurnedAway(post.configurationId, 1);
    await this.#lineUp(tenantId, post).catch(() => undefined);
  }

  #full(): boolean {
    return this.#waiting >= this.#limits.queue || this.#characters >= this.#limits.queueCharacters;
  }

  async #lineUp(tenantId: string, post: NewPost | RefusedPost): Promise<Written> {
    this.#waiting++;
    this.#characters += size({ post });
    return await new Promise<Written>((written, failed) => {
      const line = this.#lines.get(tenantId) ?? { tenantId, waiting: [] };
      this.#lines.set(tenantId, line);
      line.waiting.push({ post, written, failed });
      this.#schedule();
    });
  }

  #room(configurationId: string): number {
    const now = Math.floor(Date.now() / hour);
    if (now !== this.#turnedAwayHour) {
      this.#turnedAwayHour = now;
      this.#turnedAway = new Map();
    }
    return Math.max(this.#limits.turnedAwayLogged - (this.#turnedAway.get(configurationId) ?? 0), 0);
  }

  #noteTurnedAway(configurationId: string, posts: number): void {
    this.#turnedAway.set(configurationId, (this.#turnedAway.get(configurationId) ?? 0) + posts);
  }

  /** Resolves when everything that waits is written or refused; for a shutdown in good order. */
  async drain(): Promise<void> {
    if (this.#waiting === 0) return;
    await new Promise<void>((done) => this.#idle.push(done));
  }

  /** After the requests of this turn of the event loop have lined up. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#dispatch();
    });
  }

  #dispatch(): void {
    while (this.#inFlight < this.#limits.batchesInFlight) {
      const [line] = this.#lines.values();
      if (line === undefined) break;
      const batch = line.waiting.splice(0, this.#limits.batch);
      // To the end of the queue of tenants: a busy one does not keep a quiet one waiting.
      this.#lines.delete(line.tenantId);
      if (line.waiting.length > 0) this.#lines.set(line.tenantId, line);
      void this.#commit(line.tenantId, batch);
    }
    this.#metrics.ingestQueue.set(this.#waiting);
  }

  async #commit(tenantId: string, batch: readonly Waiting[]): Promise<void> {
    this.#inFlight++;
    this.#metrics.ingestBatch.observe(batch.length);
    try {
      const outcomes = await this.#write(
        tenantId,
        batch.map(({ post }) => post),
      );
      for (const [index, { written }] of batch.entries()) written(outcomes[index] as Written);
    } catch (error) {
      // Not tried again here: after a broken connection the commit may have happened, and twice is worse than asking
      // the sender to try again.
      this.#log.error({ err: error, messages: batch.length }, "Messages could not be written");
      const cause = isDatabaseAway(error)
        ? new ParvisError("server/database-away", { retryAfterSeconds: 2, cause: error })
        : error;
      for (const { failed } of batch) failed(cause);
    }
    this.#inFlight--;
    this.#waiting -= batch.length;
    for (const each of batch) this.#characters -= size(each);
    if (this.#waiting === 0) for (const done of this.#idle.splice(0)) done();
    this.#dispatch();
  }

  /** One statement, and so one commit; with a step after it where a webhook has one. */
  async #write(tenantId: string, posts: readonly (NewPost | RefusedPost)[]): Promise<Written[]> {
    const { afterInsert } = this.#options;
    const further = posts.some((post) => "hasTargets" in post && post.hasTargets === true);
    if (!further || afterInsert === undefined) return await this.#insert(this.#pool, tenantId, posts);
    const client = await this.#pool.connect();
    try {
      await client.query("begin");
      const outcomes = await this.#insert(client, tenantId, posts);
      const accepted = posts.filter(
        (post, index): post is NewPost =>
          "hasTargets" in post && post.hasTargets === true && outcomes[index]?.accepted === true,
      );
      const committed = accepted.length === 0 ? undefined : await afterInsert(client, tenantId, accepted);
      await client.query("commit");
      client.release();
      committed?.();
      return outcomes;
    } catch (error) {
      // Whatever state the transaction is in ends with its connection.
      client.release(true);
      throw error;
    }
  }

  async #insert(
    executor: Pool | PoolClient,
    tenantId: string,
    posts: readonly (NewPost | RefusedPost)[],
  ): Promise<Written[]> {
    const room = (configurationId: string) => this.#room(configurationId);
    const counted = await insertPosts(executor, tenantId, posts, room, this.#options.now?.());
    const byWebhook = new Map(counted.map((each) => [each.configurationId, { ...each, seen: 0 }]));
    return posts.map((post) => {
      if ("reason" in post) return { accepted: false, standing: undefined };
      const webhook = byWebhook.get(post.configurationId);
      if (webhook === undefined) return { accepted: true, standing: undefined };
      const accepted = ++webhook.seen <= webhook.granted;
      if (!accepted) this.#noteTurnedAway(post.configurationId, 1);
      return { accepted, standing: standingOf(post.limits ?? [], webhook.counts, webhook.resets) };
    });
  }
}
