import { readProblem } from "../../shared/api/problem.ts";

/** How far the server has come, and at the end what came of it. */
export type VerificationStep =
  | { readonly kind: "progress"; readonly checked: number; readonly of: number }
  | { readonly kind: "intact"; readonly checked: number; readonly days: number; readonly head: string }
  | {
      readonly kind: "broken";
      readonly checked: number;
      readonly fault: { readonly kind: "missing" | "changed" | "day" | "head"; readonly sequence: number };
    };

/** The server's check of the log, step by step. @throws Problem when it refuses. */
export async function* verifySteps(signal: AbortSignal): AsyncGenerator<VerificationStep> {
  const response = await fetch("/api/audit/verification", { signal });
  if (!response.ok || response.body === null) throw await readProblem(response);
  let rest = "";
  for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.replace(/^data: /, "")) as VerificationStep;
  }
}
