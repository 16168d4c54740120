import { createHash } from "node:crypto";

/** What somebody asks for by pressing a button. */
export interface AskedPress {
  readonly pressId: string;
  readonly messageId: string;
  /** Of the message as the person saw it. */
  readonly revision: number;
  readonly card: number;
  readonly at: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Why a press came to nothing, kept so that who asks twice hears the same. */
export interface PressFailure {
  /** Of the error catalogue. */
  readonly code:
    | "card/target-not-allowed"
    | "card/target-refused"
    | "card/target-failed"
    | "card/answer-unreadable"
    | "card/outcome-unknown";
  readonly detail: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface KeptPress {
  readonly pressId: string;
  readonly sameness: Buffer;
  readonly revision: number;
  readonly state: "running" | "done" | "failed";
  readonly failure: PressFailure | null;
  readonly startedAt: Date;
}

/** A press that is not finished after this long never will be: its node is gone. */
export const longestPressMilliseconds = 30_000;

/** The same button of the same message with the same inputs: one value for each. */
export function samenessOf({ messageId, card, at, inputs }: AskedPress): Buffer {
  const filled = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([messageId, card, at, filled]))
    .digest();
}

/** Whether a press is running still, and not left behind by a node that stopped. */
export function isUnderWay({ state, startedAt }: Pick<KeptPress, "state" | "startedAt">, now: Date): boolean {
  return state === "running" && now.getTime() - startedAt.getTime() < longestPressMilliseconds;
}

/**
 * Whether what is asked is the same press as one before, of the same person: then nothing is sent, and the outcome is that
 * one's. The same id is a request that is tried again. Another id is the same press while the first is under way, or
 * when it was made from the same state of the message: a second click, a second tab. Who has seen what the first one
 * did, or that it failed, and presses again, means it.
 */
export function isSamePress(before: KeptPress, asked: AskedPress, now: Date): boolean {
  if (before.pressId === asked.pressId) return true;
  if (!before.sameness.equals(samenessOf(asked)) || before.state === "failed") return false;
  return before.state === "running" ? isUnderWay(before, now) : before.revision === asked.revision;
}

/** Longest text of a status that is kept. */
const longestStatus = 500;

/**
 * A header's text as a person may read it: one line, no control characters. Header values are bytes; senders write UTF-8 in
 * them, which arrives here as one character a byte.
 */
export function statusText(header: string | readonly string[] | undefined): string | null {
  const value = typeof header === "string" ? header : (header?.[0] ?? "");
  const isBytes = /[\u0080-\u00ff]/.test(value) && !/[\u0100-\uffff]/.test(value);
  const line = (isBytes ? fromBytes(value) : value)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it removes
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ")
    .trim();
  if (line === "") return null;
  return line.length <= longestStatus ? line : `${line.slice(0, longestStatus - 1).toWellFormed()}…`;
}

function fromBytes(value: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(value, "latin1"));
  } catch {
    return value;
  }
}
