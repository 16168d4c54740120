import type { InferResponseType } from "hono/client";
import type { api } from "../api/client.ts";

type MessagePage = InferResponseType<(typeof api.channels)[":channelId"]["messages"]["$get"], 200>;
/** A card in a channel. */
export type Message = MessagePage["items"][number];
/** A card as the live stream announces it. */
export type LiveMessage = Message & { readonly teamId: string };

/** Something else that happened; `operation` names it. */
export interface LiveChange {
  readonly operation: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly appId?: string;
  readonly subjectId?: string;
}

/** What happened since the batch before. */
export interface LiveBatch {
  /** Events may have been missed before these: what was read earlier must be read anew. */
  readonly fresh: boolean;
  readonly messages: readonly LiveMessage[];
  /** Messages that changed, each as it is now. */
  readonly revised: readonly LiveMessage[];
  /** Channels that got more messages than are in `messages`: the oldest were left out. */
  readonly skipped: readonly string[];
  readonly changes: readonly LiveChange[];
}

/** From the source of events to whoever listens. */
export type LiveReport =
  | { readonly kind: "batch"; readonly batch: LiveBatch }
  | { readonly kind: "connected" }
  /** The stream broke; it is tried again. `refused`: the server said no, so the session may have ended. */
  | { readonly kind: "lost"; readonly refused: boolean }
  /** Somebody signed out in this browser. */
  | { readonly kind: "ended" };

/** From a tab to the shared worker. */
export type LiveOrder = "leave" | "end";
