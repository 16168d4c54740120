import { frameAddress, type OriginMatcher } from "./origins.ts";
import { field, text } from "./wire.ts";

/** Pixels, or one of the sizes the client knows. */
export type DialogDimension = number | "small" | "medium" | "large";

export interface DialogSize {
  readonly width?: DialogDimension;
  readonly height?: DialogDimension;
}

/** A dialog (task module) that a page asks for: either `url`, already checked, or `card`. */
export interface DialogRequest extends DialogSize {
  readonly url?: string;
  /** An Adaptive Card as the page wrote it: unchecked. */
  readonly card?: unknown;
  readonly title: string;
  readonly completionBotId?: string;
}

const LONGEST_TEXT = 1000;
const LONGEST_URL = 8192;

function dimension(value: unknown): DialogDimension | undefined {
  if (value === "small" || value === "medium" || value === "large") return value;
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.round(value) : undefined;
}

export function readDialogSize(value: unknown): DialogSize {
  const width = dimension(field(value, "width"));
  const height = dimension(field(value, "height"));
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

/** Reads the argument of `tasks.startTask`; `undefined` when there is nothing in it that this host may show. */
export function readDialogRequest(value: unknown, accepts: OriginMatcher, cards: boolean): DialogRequest | undefined {
  const url = frameAddress(text(field(value, "url"), LONGEST_URL) ?? "", accepts);
  const card = field(value, "card");
  const body = url !== undefined ? { url } : cards && card ? { card } : undefined;
  if (!body) return undefined;
  const bot = text(field(value, "completionBotId"), LONGEST_TEXT);
  const title = text(field(value, "title"), LONGEST_TEXT) ?? "";
  return { ...body, ...readDialogSize(value), title, ...(bot ? { completionBotId: bot } : {}) };
}
