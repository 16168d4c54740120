import type { IncomingMessage } from "node:http";

/**
 * The body of a request to its end, kept only up to `limit` bytes.
 * @returns undefined when it was longer.
 * @throws Error when the sender hung up before the end.
 */
export async function readRequest(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return await new Promise((settle, fail) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      // Some more is read, so that the answer arrives; nobody may send for ever.
      else if (length > limit * 8) request.destroy();
    });
    request.on("end", () => {
      const [first] = chunks;
      if (length > limit) settle(undefined);
      else settle(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, length));
    });
    request.on("error", fail);
    request.on("close", () => fail(new Error("The sender hung up before the end of its request.")));
  });
}
