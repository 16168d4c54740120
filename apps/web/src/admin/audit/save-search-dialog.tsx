import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { type FormEvent, type ReactElement, useState } from "react";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import type { AuditSearch } from "../admin-search.ts";
import { useSaveSearch } from "./audit-queries.ts";

const longestName = 100;

interface SaveSearchDialogProps {
  readonly open: boolean;
  readonly search: AuditSearch;
  readonly onClose: () => void;
}

/** Keeps what the list is narrowed to under a name. */
export function SaveSearchDialog({ open, search, onClose }: SaveSearchDialogProps): ReactElement {
  const t = useText();
  const [name, setName] = useState("");
  const save = useSaveSearch();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || save.isPending) return;
    const { open: _, sort: __, ...filter } = search;
    save.mutate(
      { name: name.trim(), filter: { ...filter } },
      {
        onSuccess: () => {
          notify({ intent: "success", title: t("admin.audit.save.done", { name: name.trim() }) });
          setName("");
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open={open} onOpenChange={onClose}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t("admin.audit.save.title")}</DialogTitle>
            <DialogContent>
              <ProblemBar error={save.error} />
              <Field label={t("admin.audit.save.name")} required>
                <Input value={name} maxLength={longestName} onChange={(_, data) => setName(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t("shared.cancel")}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={save.isPending || name.trim() === ""}>
                {t("admin.audit.save.action")}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
