import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type ReactElement, useEffect, useState } from "react";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { type VerificationStep, verifySteps } from "./verify-steps.ts";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** Checks on the server that no record was changed or taken away since it was written. */
export function VerifyDialog({ onClose }: { onClose: () => void }): ReactElement {
  const t = useText();
  const styles = useStyles();
  const [step, setStep] = useState<VerificationStep>();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const controller = new AbortController();
    (async () => {
      for await (const next of verifySteps(controller.signal)) setStep(next);
    })().catch((thrown: unknown) => {
      if (!controller.signal.aborted) setError(thrown);
    });
    return () => controller.abort();
  }, []);
  const running = error === null && (step === undefined || step.kind === "progress");
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t("admin.audit.verify.title")}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{t("admin.audit.verify.text")}</Text>
            <ProblemBar error={error} />
            {running && (
              <>
                <ProgressBar
                  aria-label={t("admin.audit.verify.title")}
                  {...(step?.kind === "progress" ? { value: step.checked / Math.max(1, step.of) } : {})}
                />
                <Text role="status">{t("admin.audit.verify.progress", { count: step?.checked ?? 0 })}</Text>
              </>
            )}
            {step?.kind === "intact" && (
              <>
                <MessageBar intent="success" layout="multiline">
                  <MessageBarBody>
                    <MessageBarTitle>{t("admin.audit.verify.intact")}</MessageBarTitle>
                    {t("admin.audit.verify.intact.text", { count: step.checked })}
                  </MessageBarBody>
                </MessageBar>
                <CopyField label={t("admin.audit.verify.head")} value={step.head} />
              </>
            )}
            {step?.kind === "broken" && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>
                  <MessageBarTitle>{t("admin.audit.verify.broken")}</MessageBarTitle>
                  {t("admin.audit.verify.broken.text", { sequence: step.fault.sequence, kind: step.fault.kind })}
                </MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance={running ? "secondary" : "primary"} onClick={onClose}>
              {t(running ? "shared.cancel" : "shared.close")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
