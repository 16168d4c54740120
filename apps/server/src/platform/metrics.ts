import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What `/metrics` shows, in Prometheus' text format. Labels never carry ids of people, keys or addresses. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<"method" | "route" | "status">;
  readonly webhookPosts: Counter<"outcome">;
  readonly ingestBatch: Histogram;
  readonly ingestQueue: Gauge;
  readonly liveReaders: Gauge;
}

/** A registry of its own for each server, so that tests can run several in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "parvis_http_request_seconds",
      help: "Time to answer, by route pattern",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    webhookPosts: new Counter({
      name: "parvis_webhook_posts_total",
      help: "Posts to webhooks, by outcome",
      labelNames: ["outcome"],
      registers,
    }),
    ingestBatch: new Histogram({
      name: "parvis_ingest_batch_messages",
      help: "Messages that shared one commit",
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
      registers,
    }),
    ingestQueue: new Gauge({ name: "parvis_ingest_queue_messages", help: "Messages waiting for a commit", registers }),
    liveReaders: new Gauge({ name: "parvis_live_readers", help: "Open live streams", registers }),
  };
}
