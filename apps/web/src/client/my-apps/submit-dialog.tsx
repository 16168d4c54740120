import { Dialog, DialogSurface } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { PackageBody } from "../uploads/package-body.tsx";
import { sendPackage } from "../uploads/send-package.ts";

/** Hands in a package for approval. */
export function SubmitDialog({ onClose }: { onClose: () => void }): ReactElement {
  const styles = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <PackageBody
          title={t("client.apps.submit.title")}
          how={t("client.apps.submit.how")}
          words={{
            package: t("client.apps.submit.package"),
            send: t("client.apps.submit.send"),
            sending: t("client.apps.submit.sending"),
          }}
          send={async (file) =>
            await sendPackage(file, "/api/submissions", (appId) => `/api/apps/${appId}/submissions`)
          }
          onSent={async () => {
            notify({ intent: "success", title: t("client.apps.submit.done") });
            await queryClient.invalidateQueries({ queryKey: ["submissions"] });
            onClose();
          }}
          onClose={onClose}
        />
      </DialogSurface>
    </Dialog>
  );
}
