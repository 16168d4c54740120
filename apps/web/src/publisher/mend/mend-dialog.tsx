import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { type ReactElement, useState } from "react";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { narrow } from "../../shared/layout/narrow.ts";
import { useObservable } from "../../shared/observable.ts";
import { saveFile } from "../../shared/save-file.ts";
import { useDesk } from "../desk.ts";
import { EngineProblem } from "../engine/engine-problem.tsx";
import { EngineWait } from "../engine/engine-wait.tsx";
import { useJob } from "../engine/use-job.ts";
import type { PackageSource } from "../source/package-source.ts";
import { MendPreview } from "./mend-preview.tsx";

const useStyles = makeStyles({
  surface: { maxWidth: "960px", width: "calc(100% - 16px)", [narrow]: { maxHeight: "100dvh" } },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

interface MendDialogProps {
  readonly source: PackageSource;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Mends a copy of the package where that leaves no choice: shows what would change, and does it when asked. */
export function MendDialog({ source, open, onClose }: MendDialogProps): ReactElement {
  const styles = useStyles();
  // What it was opened for, also while it closes and the copy is being looked at already.
  const [shown, setShown] = useState({ open, source });
  if (shown.open !== open) setShown({ open, source: open ? source : shown.source });
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <MendBody source={shown.source} onClose={onClose} />
      </DialogSurface>
    </Dialog>
  );
}

function MendBody({ source, onClose }: Pick<MendDialogProps, "source" | "onClose">): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { language } = useObservable(languageState);
  const [{ env }, change] = useDesk();
  const { query, progress, cancel } = useJob("mend", [source.id, language, env], { source, language, env });
  const { data, error, refetch } = query;
  return (
    <DialogBody>
      <DialogTitle>{t("publisher.mend.title", { name: source.name })}</DialogTitle>
      <DialogContent className={styles.content}>
        {data !== undefined ? (
          <MendPreview mended={data} />
        ) : error !== null ? (
          <EngineProblem error={error} onRetry={() => void refetch()} />
        ) : (
          <EngineWait
            progress={progress}
            onCancel={() => {
              void cancel();
              onClose();
            }}
          />
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t("shared.cancel")}</Button>
        <Button
          icon={<ArrowDownloadRegular />}
          disabledFocusable={data === undefined}
          onClick={() => data !== undefined && saveFile(data.download.name, data.download.blob)}
        >
          {t("publisher.mend.download")}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={data === undefined}
          onClick={() => {
            if (data === undefined) return;
            onClose();
            change({ checked: data.source, unsaved: { sourceId: data.source.id, ...data.download } });
          }}
        >
          {t("publisher.mend.apply")}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
