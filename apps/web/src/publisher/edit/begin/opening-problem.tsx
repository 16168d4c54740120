import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../../shared/language/text.ts";
import { useFaultText } from "../../engine/engine-problem.tsx";
import type { Opening } from "./use-opening.ts";

/** Why what was chosen could not be opened. Nothing when it could. */
export function OpeningProblem({ opening }: { opening: Opening }): ReactElement | null {
  const t = useText();
  const faultText = useFaultText();
  const { unreadable, error, retry } = opening;
  if (unreadable !== undefined)
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{unreadable.message}</MessageBarTitle>
          {unreadable.fix}
        </MessageBarBody>
      </MessageBar>
    );
  if (error === null) return null;
  const { title, text } = faultText(error);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={retry}>{t("shared.tryAgain")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
