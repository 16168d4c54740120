import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  ProgressBar,
  Text,
} from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { hasCode } from "../../shared/api/problem.ts";
import { sendFile } from "../../shared/api/send-file.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { PolicyKind } from "../admin-search.ts";
import { ChooseTable } from "./choose-table.tsx";
import { type FileOutcome, FilePreview, WrongLines } from "./file-preview.tsx";
import { useToldEffect } from "./use-told-effect.ts";

type Stage =
  | { readonly is: "choosing" }
  | { readonly is: "sending"; readonly file: File; readonly sent: number; readonly applying: boolean }
  | { readonly is: "looking"; readonly file: File; readonly outcome: FileOutcome }
  | { readonly is: "refused"; readonly error: unknown };

interface FileDialogProps {
  readonly kind: PolicyKind;
  readonly onClose: () => void;
}

/** Assigns policies from a table: a look at what it would do, then all of it or nothing. */
export function FileDialog({ kind, onClose }: FileDialogProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const told = useToldEffect();
  const [stage, setStage] = useState<Stage>({ is: "choosing" });
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  async function send(file: File, applying: boolean): Promise<void> {
    abort.current = new AbortController();
    setStage({ is: "sending", file, sent: 0, applying });
    const address = `/api/policies/${kind}/assignments/file?apply=${applying}`;
    const onSent = (sent: number) => setStage({ is: "sending", file, sent, applying });
    try {
      const options = { onSent, signal: abort.current.signal };
      const outcome = (await sendFile(address, file, "text/csv", options)) as FileOutcome;
      if (!applying) return setStage({ is: "looking", file, outcome });
      await Promise.all(
        ["assignments", "policies", "effective-policies"].map(
          async (key) => await queryClient.invalidateQueries({ queryKey: [key] }),
        ),
      );
      told(t("admin.policies.file.done", { count: outcome.given + outcome.changed + outcome.taken }), null);
      onClose();
    } catch (error) {
      if (error instanceof DOMException) setStage({ is: "choosing" });
      else setStage({ is: "refused", error });
    }
  }

  const looking = stage.is === "looking" ? stage : undefined;
  const wrong = looking !== undefined && looking.outcome.wrong.length > 0;
  const changes = looking === undefined ? 0 : looking.outcome.given + looking.outcome.changed + looking.outcome.taken;
  const refusedLines =
    stage.is === "refused" && hasCode(stage.error, "policy/lines-refused")
      ? (stage.error.extra.wrong as FileOutcome["wrong"] | undefined)
      : undefined;
  return (
    <Dialog
      open
      onOpenChange={(_, data) => {
        // A slip beside the dialog must not throw away what was found.
        if (!data.open && (data.type !== "backdropClick" || stage.is === "choosing")) onClose();
      }}
    >
      <DialogSurface className={dialog.surface}>
        <DialogBody>
          <DialogTitle>
            {kind === "permission" ? t("admin.policies.file.permission") : t("admin.policies.file.setup")}
          </DialogTitle>
          <DialogContent className={dialog.content}>
            {stage.is === "choosing" && <ChooseTable onChoose={(file) => void send(file, false)} />}
            {stage.is === "sending" && <Sending stage={stage} />}
            {looking !== undefined && <FilePreview name={looking.file.name} outcome={looking.outcome} />}
            {stage.is === "refused" && (
              <>
                <ProblemBar error={stage.error} />
                {refusedLines !== undefined && refusedLines.length > 0 && <WrongLines lines={refusedLines} />}
              </>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t("shared.cancel")}</Button>
            {(stage.is === "refused" || wrong || (looking !== undefined && changes === 0)) && (
              <Button appearance="primary" onClick={() => setStage({ is: "choosing" })}>
                {t("admin.policies.file.another")}
              </Button>
            )}
            {looking !== undefined && !wrong && changes > 0 && (
              <Button appearance="primary" onClick={() => void send(looking.file, true)}>
                {t("admin.policies.file.apply", { count: changes })}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Sending({ stage }: { stage: Extract<Stage, { is: "sending" }> }): ReactElement {
  const t = useText();
  const { file, sent, applying } = stage;
  const share = file.size === 0 ? 1 : sent / file.size;
  const what =
    share < 1
      ? t("admin.policies.file.sending", { file: file.name })
      : applying
        ? t("admin.policies.file.applying", { file: file.name })
        : t("admin.policies.file.reading", { file: file.name });
  return (
    <Field>
      <Text role="status">{what}</Text>
      <ProgressBar thickness="large" aria-label={what} {...(share < 1 ? { value: share } : {})} />
    </Field>
  );
}
