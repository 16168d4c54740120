import { Dialog, DialogSurface } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { Team } from "../../shared/teams.ts";
import { InstallBody } from "../install/install-body.tsx";
import { InstallMineBody } from "../install/install-mine-body.tsx";
import { PackageBody } from "./package-body.tsx";
import { sendPackage } from "./send-package.ts";
import type { UploadedApp } from "./uploads-query.ts";

interface UploadDialogProps {
  /** Undefined: for oneself. */
  readonly team: Team | undefined;
  /** An uploaded app that is only to be added; undefined to choose a package. */
  readonly appId: string | undefined;
  readonly onClose: () => void;
}

async function upload(team: Team | undefined, file: File): Promise<UploadedApp> {
  const address = team === undefined ? "/api/me/apps/upload" : `/api/teams/${team.id}/apps/upload`;
  // What the two routes answer, checked against their schema on the server.
  return (await sendPackage(file, address, (appId) => `/api/uploads/${appId}/definitions`)) as UploadedApp;
}

/** Uploads a package, then asks for consent and adds the app. */
export function UploadDialog({ team, appId, onClose }: UploadDialogProps): ReactElement {
  const styles = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const [added, setAdded] = useState(appId);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        {added === undefined ? (
          <PackageBody
            title={
              team === undefined
                ? t("client.uploads.forOneself")
                : t("client.uploads.forTeam", { team: team.displayName })
            }
            how={team === undefined ? t("client.uploads.howForOneself") : t("client.uploads.howForTeam")}
            words={{
              package: t("client.uploads.package"),
              send: t("client.uploads.send"),
              sending: t("client.uploads.sending"),
            }}
            send={async (file) => await upload(team, file)}
            onSent={async (app) => {
              await queryClient.invalidateQueries({ queryKey: ["uploads"] });
              if (!app.installed) {
                setAdded(app.id);
                return;
              }
              const title = t("client.uploads.updated", { app: app.displayName, version: app.version });
              notify({ intent: "success", title });
              onClose();
            }}
            onClose={onClose}
          />
        ) : team === undefined ? (
          <InstallMineBody appId={added} onCancel={onClose} onInstalled={onClose} />
        ) : (
          <InstallBody appId={added} team={team} onCancel={onClose} onInstalled={onClose} />
        )}
      </DialogSurface>
    </Dialog>
  );
}
