import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Text,
} from "@fluentui/react-components";
import type { Finding } from "@parvis/manifest";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { hasCode, Problem } from "../../shared/api/problem.ts";
import { sendFile } from "../../shared/api/send-file.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { FindingsList } from "../../shared/findings/findings-list.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { Team } from "../../shared/teams.ts";
import { InstallBody } from "../install/install-body.tsx";
import { InstallMineBody } from "../install/install-mine-body.tsx";
import type { UploadedApp } from "./uploads-query.ts";

interface UploadDialogProps {
  /** Undefined: for oneself. */
  readonly team: Team | undefined;
  /** An uploaded app that is only to be added; undefined to choose a package. */
  readonly appId: string | undefined;
  readonly onClose: () => void;
}

async function send(address: string, file: File): Promise<UploadedApp> {
  const { signal } = new AbortController();
  // What the two routes answer, checked against their schema on the server.
  return (await sendFile(address, file, "application/zip", { signal, onSent: () => undefined })) as UploadedApp;
}

/** Of an app that was uploaded there already, its package is a new version. */
async function upload(team: Team | undefined, file: File): Promise<UploadedApp> {
  try {
    return await send(team === undefined ? "/api/me/apps/upload" : `/api/teams/${team.id}/apps/upload`, file);
  } catch (error) {
    if (!hasCode(error, "app/exists") || typeof error.extra.appId !== "string") throw error;
    return await send(`/api/uploads/${error.extra.appId}/definitions`, file);
  }
}

function findingsOf(error: unknown): readonly Finding[] {
  const findings = error instanceof Problem ? error.extra.findings : undefined;
  return Array.isArray(findings) ? (findings as readonly Finding[]) : [];
}

/** Uploads a package, then asks for consent and adds the app. */
export function UploadDialog({ team, appId, onClose }: UploadDialogProps): ReactElement {
  const styles = useDialogStyles();
  const [added, setAdded] = useState(appId);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        {added === undefined ? (
          <PackageBody
            team={team}
            onUploaded={(app) => (app.installed ? onClose() : setAdded(app.id))}
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

interface PackageBodyProps {
  readonly team: Team | undefined;
  readonly onUploaded: (app: UploadedApp) => void;
  readonly onClose: () => void;
}

function PackageBody({ team, onUploaded, onClose }: PackageBodyProps): ReactElement {
  const styles = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const sending = useMutation({
    mutationFn: async (chosen: File) => await upload(team, chosen),
    onSuccess: async (app) => {
      await queryClient.invalidateQueries({ queryKey: ["uploads"] });
      if (app.installed)
        notify({
          intent: "success",
          title: t("client.uploads.updated", { app: app.displayName, version: app.version }),
        });
      onUploaded(app);
    },
  });
  const findings = findingsOf(sending.error);
  return (
    <DialogBody>
      <DialogTitle>
        {team === undefined ? t("client.uploads.forOneself") : t("client.uploads.forTeam", { team: team.displayName })}
      </DialogTitle>
      <DialogContent className={styles.content}>
        <Text>{team === undefined ? t("client.uploads.howForOneself") : t("client.uploads.howForTeam")}</Text>
        <Field label={t("client.uploads.package")}>
          {(labelled) => (
            <input
              {...labelled}
              type="file"
              accept=".zip,application/zip"
              onChange={(event) => {
                sending.reset();
                setFile(event.currentTarget.files?.[0]);
              }}
            />
          )}
        </Field>
        <ProblemBar error={sending.error} />
        {findings.length > 0 && <FindingsList findings={findings} />}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t("shared.cancel")}</Button>
        <Button
          appearance="primary"
          disabledFocusable={file === undefined || sending.isPending}
          onClick={() => file && !sending.isPending && sending.mutate(file)}
        >
          {sending.isPending ? t("client.uploads.sending") : t("client.uploads.send")}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
