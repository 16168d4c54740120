import { useIntl } from "react-intl";
import { Problem } from "../api/problem.ts";

export interface ProblemText {
  readonly title: string;
  /** What the server said happened here, when it says more than the title. English, as servers' details are. */
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
}

/** Any thrown thing in words. Every code of the server's catalogue has a message `problem.<code>`. */
export function useProblemText(): (error: unknown) => ProblemText {
  const intl = useIntl();
  return (error) => {
    const problem = error instanceof Problem ? error : new Problem({ code: "client/broken" });
    const id = `problem.${problem.code}`;
    const title = id in intl.messages ? intl.formatMessage({ id }) : problem.message;
    const detail = problem.detail !== "" && problem.detail !== problem.message ? problem.detail : undefined;
    return { title, detail, requestId: problem.requestId };
  };
}
