import { Dialog, DialogSurface, Text } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, done } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { MyApp } from "../../shared/my-apps.ts";
import { UpdateMineBody } from "./update-mine-body.tsx";

interface MineDialogProps {
  readonly mine: MyApp;
  readonly step: "update" | "remove";
  readonly onClose: () => void;
}

/** Accepting a newer version of an app of one's own, or removing the app. */
export function MineDialog({ mine, step, onClose }: MineDialogProps): ReactElement {
  const styles = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const { app } = mine;
  if (step === "update") {
    return (
      <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
        <DialogSurface className={styles.surface}>
          <UpdateMineBody mine={mine} onClose={onClose} />
        </DialogSurface>
      </Dialog>
    );
  }
  const name = app.displayName;
  return (
    <ConfirmDialog
      open
      title={t("client.apps.mine.removeTitle", { app: name })}
      action={t("client.apps.mine.removeThis", { app: name })}
      doing={t("client.apps.mine.removing")}
      act={async () => await done(api.me.apps[":appId"].$delete({ param: { appId: app.id } }))}
      onDone={() => {
        notify({ intent: "success", title: t("client.apps.mine.removed", { app: name }) });
        void queryClient.invalidateQueries({ queryKey: ["my-apps"] });
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{t("client.apps.mine.removeLost", { app: name })}</Text>
    </ConfirmDialog>
  );
}
