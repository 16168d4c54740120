import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useRef, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useSession } from "../../shared/session.ts";
import { ImpactNote } from "../impact/impact-note.tsx";
import type { ManagedApp } from "./managed-queries.ts";

/** Changed together or not at all; between two of them it can be cancelled. */
const together = 50;
const mostNamed = 10;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

interface BulkDialogProps {
  readonly apps: readonly ManagedApp[];
  readonly status: "allowed" | "blocked";
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Allows or blocks several apps: says first what is lost, then how far it is. */
export function BulkDialog({ apps, status, onClose, onDone }: BulkDialogProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { organisation } = useSession();
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState(0);
  const cancelled = useRef(false);
  const count = apps.length;
  const words =
    status === "blocked"
      ? {
          title: t("admin.apps.bulk.block.title", { count }),
          what: t("admin.apps.bulk.block.what"),
          action: t("admin.apps.bulk.block.action", { count, organisation: organisation.displayName }),
        }
      : {
          title: t("admin.apps.bulk.allow.title", { count }),
          what: t("admin.apps.bulk.allow.what"),
          action: t("admin.apps.bulk.allow.action", { count, organisation: organisation.displayName }),
        };
  const act = useMutation({
    mutationFn: async () => {
      cancelled.current = false;
      let at = changed;
      while (at < count && !cancelled.current) {
        const some = apps.slice(at, at + together).map(({ id }) => id);
        await read(api["app-statuses"].$put({ json: { status, apps: some } }));
        at += some.length;
        setChanged(at);
      }
      return at;
    },
    onSettled: async () => {
      await Promise.all(
        ["app", "apps", "access", "consent", "requests"].map(
          async (key) => await queryClient.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
    onSuccess: (done) => {
      const title = status === "blocked" ? "admin.apps.bulk.blocked" : "admin.apps.bulk.allowed";
      notify({ intent: done === count ? "success" : "warning", title: t(title, { count: done, all: count }) });
      onDone();
    },
  });
  const busy = act.isPending;
  return (
    <Dialog modalType="alert" open onOpenChange={(_, data) => !data.open && !busy && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <ul className={styles.list}>
              {apps.slice(0, mostNamed).map((app) => (
                <li key={app.id}>{app.displayName}</li>
              ))}
              {count > mostNamed && <li>{t("admin.impact.others", { count: count - mostNamed })}</li>}
            </ul>
            <Text>{words.what}</Text>
            {!busy && changed === 0 && (
              <ImpactNote change={{ change: "status", apps: apps.map(({ id }) => id), status }} />
            )}
            {(busy || changed > 0) && (
              <Field validationState="none" validationMessage={t("admin.apps.bulk.progress", { changed, all: count })}>
                <ProgressBar value={changed} max={count} />
              </Field>
            )}
            <ProblemBar error={act.error} />
          </DialogContent>
          <DialogActions fluid>
            <Button
              onClick={() => {
                if (busy) cancelled.current = true;
                else onClose();
              }}
            >
              {busy ? t("admin.apps.bulk.stop") : t("shared.cancel")}
            </Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => !busy && act.mutate()}>
              {busy ? t("admin.working") : words.action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
