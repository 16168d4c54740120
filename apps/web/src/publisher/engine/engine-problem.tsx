import { Button, Text } from "@fluentui/react-components";
import { ArrowClockwiseRegular, WarningRegular } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { EngineFault, type EngineFaultCode } from "./engine-fault.ts";

/** What to say about a fault; anything that is not one of the engine's is a stop of it. */
export function useFaultText(): (error: unknown) => { title: string; text: string } {
  const t = useText();
  return (error) => {
    const code: EngineFaultCode = error instanceof EngineFault ? error.code : "stopped";
    return {
      unreadable: { title: t("publisher.fault.unreadable"), text: t("publisher.fault.unreadable.text") },
      "folder-too-large": { title: t("publisher.fault.folder"), text: t("publisher.fault.folder.text") },
      stopped: { title: t("publisher.fault.stopped"), text: t("publisher.fault.stopped.text") },
    }[code];
  };
}

interface EngineProblemProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Other ways on. */
  readonly actions?: ReactNode;
}

/** In place of what the engine did not say. */
export function EngineProblem({ error, onRetry, actions }: EngineProblemProps): ReactElement {
  const t = useText();
  const { title, text } = useFaultText()(error);
  // A folder stays too large, and a file that has changed must be chosen again.
  const mayPass = !(error instanceof EngineFault) || error.code === "stopped";
  return (
    <StatePanel
      alert
      icon={<WarningRegular />}
      title={title}
      actions={
        <>
          {mayPass && (
            <Button appearance="primary" icon={<ArrowClockwiseRegular />} onClick={onRetry}>
              {t("shared.tryAgain")}
            </Button>
          )}
          {actions}
        </>
      }
    >
      <Text>{text}</Text>
    </StatePanel>
  );
}
