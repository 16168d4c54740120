import { currentLanguage } from "../language/language-store.ts";
import { Problem, readProblem } from "./problem.ts";

export interface SendOptions {
  /** Told how many bytes have left, and once more when all have. */
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Sent by XMLHttpRequest: fetch cannot tell how much of a body has left. @throws Problem, or an AbortError. */
export async function sendFile(
  address: string,
  file: Blob,
  contentType: string,
  { onSent, signal }: SendOptions,
): Promise<unknown> {
  const request = new XMLHttpRequest();
  const answered = new Promise<void>((resolve, reject) => {
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.upload.addEventListener("load", () => onSent(file.size));
    request.addEventListener("load", () => resolve());
    request.addEventListener("error", () => reject(new Problem({ code: "client/offline" })));
    request.addEventListener("abort", () => reject(new DOMException("Cancelled", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
  });
  request.open("POST", address);
  request.setRequestHeader("Content-Type", contentType);
  request.setRequestHeader("Accept-Language", currentLanguage());
  request.send(file);
  await answered;
  if (request.status >= 200 && request.status < 300) return JSON.parse(request.responseText);
  const requestId = request.getResponseHeader("request-id");
  throw await readProblem(
    new Response(request.responseText, {
      status: request.status,
      headers: requestId === null ? {} : { "request-id": requestId },
    }),
  );
}
