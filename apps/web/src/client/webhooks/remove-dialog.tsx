import { Dialog, DialogSurface } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { Configuration } from "../connectors/connector-queries.ts";
import { RemoveBody } from "../connectors/remove-body.tsx";

interface RemoveDialogProps {
  readonly webhook: Configuration;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Removing a connector or webhook from its own page. */
export function RemoveDialog({ webhook, onClose, onRemoved }: RemoveDialogProps): ReactElement {
  const styles = useDialogStyles();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <RemoveBody
          configurationId={webhook.id}
          channelId={webhook.channel.id}
          onBack={onClose}
          onRemoved={onRemoved}
        />
      </DialogSurface>
    </Dialog>
  );
}
