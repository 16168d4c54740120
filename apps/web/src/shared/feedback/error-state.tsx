import { Button, Text } from "@fluentui/react-components";
import { ArrowClockwiseRegular, PlugDisconnectedRegular, WarningRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { hasCode } from "../api/problem.ts";
import { useText } from "../language/text.ts";
import { useProblemText } from "./problem-text.ts";
import { StatePanel } from "./state-panel.tsx";

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** 1 where it is the whole page. */
  readonly level?: 1 | 2;
}

/** What could not be shown, why, and the way to try again. */
export function ErrorState({ error, onRetry, level = 2 }: ErrorStateProps): ReactElement {
  const t = useText();
  const { title, detail, foreign, requestId } = useProblemText()(error);
  const offline = hasCode(error, "client/offline");
  return (
    <StatePanel
      alert
      level={level}
      icon={offline ? <PlugDisconnectedRegular /> : <WarningRegular />}
      title={title}
      actions={
        onRetry && (
          <Button appearance="primary" icon={<ArrowClockwiseRegular />} onClick={onRetry}>
            {t("shared.tryAgain")}
          </Button>
        )
      }
    >
      {detail && (
        <Text block lang={foreign ? "en" : undefined}>
          {detail}
        </Text>
      )}
      {requestId && (
        <Text block size={200}>
          {t("shared.requestId", { id: requestId })}
        </Text>
      )}
    </StatePanel>
  );
}
