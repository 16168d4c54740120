import { Dialog, DialogSurface } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { Installation } from "./installations-query.ts";
import { RemoveAppBody } from "./remove-app-body.tsx";
import { UpgradeBody } from "./upgrade-body.tsx";

interface InstallationDialogProps {
  readonly team: { readonly id: string; readonly displayName: string };
  readonly installation: Installation;
  readonly step: "update" | "remove";
  readonly onClose: () => void;
}

/** Accepting a newer version of an app, or taking the app off the team. */
export function InstallationDialog({ step, ...props }: InstallationDialogProps): ReactElement {
  const styles = useDialogStyles();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && props.onClose()}>
      <DialogSurface className={styles.surface}>
        {step === "update" ? <UpgradeBody {...props} /> : <RemoveAppBody {...props} />}
      </DialogSurface>
    </Dialog>
  );
}
