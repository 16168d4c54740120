import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  ProgressBar,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { saveFile } from "../../shared/save-file.ts";
import type { AuditSearch } from "../admin-search.ts";
import { auditCountQuery } from "./audit-queries.ts";
import { type ExportFormat, exportRecords } from "./export-records.ts";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface ExportDialogProps {
  readonly search: AuditSearch;
  readonly onClose: () => void;
}

/** Takes what the list is narrowed to along as a file; it streams, shows how far it has come, and can be cancelled. */
export function ExportDialog({ search, onClose }: ExportDialogProps): ReactElement {
  const t = useText();
  const styles = useStyles();
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [records, setRecords] = useState<number>();
  const [error, setError] = useState<unknown>(null);
  const { data: found } = useQuery(auditCountQuery(search));
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function start(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    setRecords(0);
    try {
      const file = await exportRecords(search, format, controller.signal, setRecords);
      saveFile(file.name, file.blob);
      onClose();
    } catch (thrown) {
      if (!controller.signal.aborted) setError(thrown);
      setRecords(undefined);
    }
  }

  const busy = records !== undefined;
  const known = found !== undefined && !found.more;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t("admin.audit.export.title")}</DialogTitle>
          <DialogContent className={styles.content}>
            <ProblemBar error={error} />
            {found !== undefined && (
              <Text>
                {t(found.more ? "admin.audit.export.foundMore" : "admin.audit.export.found", { count: found.count })}
              </Text>
            )}
            <RadioGroup
              aria-label={t("admin.audit.export.format")}
              value={format}
              disabled={busy}
              onChange={(_, data) => setFormat(data.value === "json" ? "json" : "csv")}
            >
              <Radio value="csv" label={t("admin.audit.export.csv")} />
              <Radio value="json" label={t("admin.audit.export.json")} />
            </RadioGroup>
            {busy && (
              <>
                <ProgressBar
                  aria-label={t("admin.audit.export.progress", { count: records })}
                  {...(known && found.count > 0 ? { value: Math.min(1, records / found.count) } : {})}
                />
                <Text role="status">{t("admin.audit.export.progress", { count: records })}</Text>
              </>
            )}
            <Text size={200}>{t("admin.audit.export.trace")}</Text>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t("shared.cancel")}</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
              {busy ? t("admin.working") : t("admin.audit.export.action")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
