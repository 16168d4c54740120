import type { IncomingMessage } from "node:http";

/** A request's body. */
export interface ReadBody {
  /** Undefined when it was longer than the limit. */
  readonly bytes: Buffer | undefined;
  readonly length: number;
}

/**
 * The body of a request to its end, kept only up to `limit` bytes.
 * @throws Error when the sender hung up before the end.
 */
export async function readRequest(request: IncomingMessage, limit: number): Promise<ReadBody> {
  return await new Promise((settle, fail) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let ended = false;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      // Some more is read, so that the answer arrives; nobody may send for ever.
      else if (length > limit * 8) request.destroy();
    });
    request.on("end", () => {
      ended = true;
      const [first] = chunks;
      if (length > limit) settle({ bytes: undefined, length });
      else if (chunks.length === 1 && first !== undefined) settle({ bytes: first, length });
      else settle({ bytes: Buffer.concat(chunks, length), length });
    });
    request.on("error", fail);
    // Every request closes; an error, with its stack, is made for those alone that closed too early.
    request.on("close", () => ended || fail(new Error("The sender hung up before the end of its request.")));
  });
}
