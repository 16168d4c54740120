import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef } from "react";
import { mayPass } from "../../shared/api/problem.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useProblemText } from "../../shared/feedback/problem-text.ts";
import { useText } from "../../shared/language/text.ts";
import { narrow } from "../../shared/layout/narrow.ts";
import type { App } from "../apps/app-queries.ts";
import { ChoosePackage } from "./choose-package.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { UploadRefusal } from "./upload-refusal.tsx";
import { useUpload } from "./use-upload.ts";

const useStyles = makeStyles({
  surface: { [narrow]: { width: "100vw", maxWidth: "100vw", maxHeight: "100dvh" } },
  wide: { maxWidth: "800px" },
  title: { overflowWrap: "anywhere" },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

export type UploadTarget =
  | { readonly kind: "new" }
  | { readonly kind: "update"; readonly app: Pick<App, "id" | "displayName" | "version"> };

interface UploadDialogProps {
  readonly target: UploadTarget;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPublished: (app: App) => void;
}

/** Uploads a package: a new app, or a new version of one. */
export function UploadDialog({ target, open, onClose, onPublished }: UploadDialogProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const textOf = useProblemText();
  const asked = useRef(false);
  // Whether somebody still looks at it: a package that is being checked goes on without.
  const here = useRef(open);
  useEffect(() => {
    here.current = open;
    return () => {
      here.current = false;
    };
  }, [open]);
  const address = target.kind === "new" ? "/api/apps" : `/api/apps/${target.app.id}/definitions`;
  const { stage, busy, start, cancel, reset } = useUpload(address, {
    onPublished: (app) => {
      const title = t("admin.upload.published", { name: app.displayName, version: app.version });
      notify({ intent: "success", title });
      asked.current = false;
      if (here.current) onPublished(app);
    },
    onRefused: (problem) => {
      if (!here.current) notify({ intent: "error", title: textOf(problem).title });
    },
  });
  const { kind } = stage;
  // Also when going back in the history is what closes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening and closing alone matter
  useEffect(() => {
    // What was published is still on the screen while the dialog closes, so that the focus leaves it in good order.
    if (open && kind === "checking" && !busy) reset();
    if (open) return;
    asked.current = false;
    if (kind === "sending") cancel();
    if (kind === "refused") reset();
  }, [open]);

  const title =
    target.kind === "new" ? t("admin.apps.upload") : t("admin.upload.updateTitle", { name: target.app.displayName });
  const refused = stage.kind === "refused";
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => {
        // A slip beside the dialog must not throw away what was sent or found.
        if (!data.open && (data.type !== "backdropClick" || kind === "choosing")) onClose();
      }}
    >
      <DialogSurface
        className={mergeClasses(styles.surface, refused && stage.problem.code === "package/refused" && styles.wide)}
      >
        <DialogBody>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {stage.kind === "choosing" && (
              <ChoosePackage
                focus={asked.current}
                onChoose={(file) => {
                  asked.current = true;
                  start(file);
                }}
              />
            )}
            {(stage.kind === "sending" || stage.kind === "checking") && <UploadProgress stage={stage} />}
            {refused && <UploadRefusal file={stage.file} problem={stage.problem} onLeave={onClose} />}
          </DialogContent>
          <DialogActions fluid>
            {stage.kind === "sending" && <Button onClick={cancel}>{t("admin.upload.cancel")}</Button>}
            {stage.kind === "choosing" && <Button onClick={onClose}>{t("shared.cancel")}</Button>}
            {(refused || stage.kind === "checking") && <Button onClick={onClose}>{t("shared.close")}</Button>}
            {refused && mayPass(stage.problem) && (
              <Button appearance="primary" onClick={() => start(stage.file)}>
                {t("shared.tryAgain")}
              </Button>
            )}
            {refused && !mayPass(stage.problem) && (
              <Button appearance="primary" onClick={reset}>
                {t("admin.upload.another")}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
