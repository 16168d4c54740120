import { useIntl } from "react-intl";
import { Problem } from "../api/problem.ts";

export interface ProblemText {
  readonly title: string;
  /** What happened here, when there is more to say than the title. */
  readonly detail: string | undefined;
  /** The detail is as the server said it, in English. */
  readonly foreign: boolean;
  readonly requestId: string | undefined;
}

/** Any thrown thing in words. Every code of the server's catalogue has a message `problem.<code>`. */
export function useProblemText(): (error: unknown) => ProblemText {
  const intl = useIntl();
  return (error) => {
    const problem = error instanceof Problem ? error : new Problem({ code: "client/broken" });
    const id = `problem.${problem.code}`;
    const title = id in intl.messages ? intl.formatMessage({ id }) : problem.message;
    const { reason, requestId } = problem;
    const because = `problem.because.${reason?.code}`;
    if (because in intl.messages)
      return { title, detail: intl.formatMessage({ id: because }, reason?.values), foreign: false, requestId };
    const detail = problem.detail !== "" && problem.detail !== problem.message ? problem.detail : undefined;
    return { title, detail, foreign: true, requestId };
  };
}
