import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../language/text.ts";
import { useProblemText } from "./problem-text.ts";

/** A refusal beside what was tried: in a form or a dialog. Nothing without an error. */
export function ProblemBar({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactElement | null {
  const t = useText();
  const textOf = useProblemText();
  if (error === null || error === undefined) return null;
  const { title, detail, foreign, requestId } = textOf(error);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {detail && <span lang={foreign ? "en" : undefined}>{detail}</span>}
        {requestId && (
          <Text block size={200}>
            {t("shared.requestId", { id: requestId })}
          </Text>
        )}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button onClick={onRetry}>{t("shared.tryAgain")}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
