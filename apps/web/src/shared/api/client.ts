import { type ClientResponse, hc } from "hono/client";
import type { Api } from "../../../../server/src/api.ts";
import { currentLanguage } from "../language/language-store.ts";
import { Problem, readProblem } from "./problem.ts";

/** The server's routes, typed. Findings and consents come in the language of the screen. */
export const api = hc<Api>("/api", { headers: () => ({ "Accept-Language": currentLanguage() }) });

type Success<R> =
  R extends ClientResponse<infer Body, infer Status, infer Format>
    ? Status extends 200 | 201
      ? Format extends "json"
        ? Body
        : never
      : never
    : never;

async function answer(request: Promise<Response>): Promise<Response> {
  const response = await request.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Problem({ code: "client/offline", cause });
  });
  if (!response.ok) throw await readProblem(response);
  return response;
}

/**
 * What a request answers.
 * @throws Problem when it was refused, or nobody answered.
 */
export async function read<R extends ClientResponse<unknown, number, string>>(
  request: Promise<R>,
): Promise<Success<R>> {
  const response = await answer(request as unknown as Promise<Response>);
  return (await response.json()) as Success<R>;
}

/** As {@link read}, for requests that answer nothing. */
export async function done(request: Promise<unknown>): Promise<void> {
  await answer(request as Promise<Response>);
}
