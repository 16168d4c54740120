import type { HonoRequest } from "hono";
import { ParvisError } from "../errors.ts";

/** True when the sender says how long the body is and it is within the limit: it cannot turn out longer then. */
export function declaresLengthWithin(request: HonoRequest, limit: number): boolean {
  const length = Number(request.header("content-length") ?? Number.NaN);
  return length <= limit && request.header("transfer-encoding") === undefined;
}

/**
 * The whole body, which may not be longer than `limit` bytes. Stops reading as soon as it is.
 * @returns undefined when the body is too long.
 */
export async function readAtMost(request: HonoRequest, limit: number): Promise<Uint8Array | undefined> {
  if (declaresLengthWithin(request, limit)) return new Uint8Array(await request.arrayBuffer());
  if (Number(request.header("content-length") ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.raw.body ?? []) {
    length += chunk.byteLength;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** As {@link readAtMost}. @throws ParvisError request/too-large saying both lengths. */
export async function readLimited(request: HonoRequest, limit: number, what: string): Promise<Uint8Array> {
  const body = await readAtMost(request, limit);
  if (body !== undefined) return body;
  const sent = request.header("content-length");
  throw new ParvisError("request/too-large", {
    detail: `${what} may be ${limit / 1_048_576} MB at most${sent === undefined ? "" : `; this one is ${(Number(sent) / 1_048_576).toFixed(1)} MB`}. Nothing was stored.`,
    extra: { limitBytes: limit },
  });
}
