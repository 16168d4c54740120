import { Problem } from "../../shared/api/problem.ts";
import { useProblemText } from "../../shared/feedback/problem-text.ts";
import { useText } from "../../shared/language/text.ts";

export interface PressProblem {
  /** What happened, in the reader's language. */
  readonly text: string;
  /** What the other side said itself, in its own. */
  readonly said: string | undefined;
}

interface Issue {
  readonly id: string;
  readonly label: string;
  readonly problem: string;
}

function issuesOf({ extra }: Problem): Issue[] {
  return Array.isArray(extra.issues) ? extra.issues : [];
}

/** Why a press came to nothing, in words. */
export function usePressProblem(): (error: unknown) => PressProblem {
  const t = useText();
  const problemText = useProblemText();

  /** Keys are written out where they are used, for tools/check-messages.ts. */
  function wrongInput({ id, label, problem }: Issue): string {
    const field = label || id;
    switch (problem) {
      case "required":
        return t("client.card.inputMissing", { field });
      case "too-long":
        return t("client.card.inputTooLong", { field });
      case "out-of-range":
        return t("client.card.inputOutOfRange", { field });
      default:
        return t("client.card.inputWrong", { field });
    }
  }

  return (error) => {
    const { title, detail } = problemText(error);
    if (!(error instanceof Problem)) return { text: title, said: undefined };
    const host = String(error.extra.host ?? "");
    const said = typeof error.extra.said === "string" ? error.extra.said : undefined;
    switch (error.code) {
      case "card/target-refused":
        return { text: t("client.card.refused", { host, answered: Number(error.extra.answered) }), said };
      case "card/target-failed":
        return { text: t("client.card.unreachable", { host }), said };
      case "card/answer-unreadable":
        return { text: title, said };
      case "card/inputs-wrong":
        return { text: issuesOf(error).map(wrongInput).join(" ") || title, said };
      case "card/target-not-allowed":
        return { text: title, said: detail };
      default:
        return { text: title, said };
    }
  };
}
