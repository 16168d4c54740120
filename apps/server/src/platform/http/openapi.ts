import { z } from "@hono/zod-openapi";

/** Every refusal of Parvis's own API. */
export const problem = z
  .object({
    type: z.string().openapi({ description: "Where this error is described" }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().openapi({ description: "What happened here, what was expected and what to do" }),
    code: z.string().openapi({ description: "Stable name of the error", example: "app/exists" }),
    requestId: z.string().openapi({ description: "Quote it when you ask for help" }),
  })
  .loose()
  .openapi("Problem", { description: "RFC 9457 problem details; some carry more members, such as `findings`" });

const meanings: Record<number, string> = {
  400: "The request does not fit",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not there",
  409: "In conflict with what is there",
  412: "Changed by somebody else meanwhile",
  413: "Too large",
  415: "Wrong content type",
  422: "Refused, with findings",
  429: "Too many attempts",
  503: "Try again shortly",
};

/** The refusals of a route, for its description. */
export function problems<Status extends number>(...statuses: Status[]) {
  const content = { "application/problem+json": { schema: problem } };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: meanings[status] ?? "Refused", content }]),
  ) as Record<Status, { description: string; content: typeof content }>;
}

export function jsonResponse<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { "application/json": { schema } } };
}

/** A request with a JSON body, which must be there. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { body: { required: true, content: { "application/json": { schema } } } };
}
