import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Spinner,
  Text,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, done } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import type { Installation } from "./installations-query.ts";

interface RemoveAppBodyProps {
  readonly team: { readonly id: string; readonly displayName: string };
  readonly installation: Installation;
  readonly onClose: () => void;
}

/** Taking an app off a team: what is lost, asked once. */
export function RemoveAppBody({
  team,
  installation: { id: installationId, app },
  onClose,
}: RemoveAppBodyProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const names = { app: app.displayName, team: team.displayName };
  const remove = useMutation({
    mutationFn: async () =>
      await done(
        api.teams[":teamId"].installations[":installationId"].$delete({ param: { teamId: team.id, installationId } }),
      ),
    onSuccess: async () => {
      notify({ intent: "success", title: t("client.team.removed", names) });
      await queryClient.invalidateQueries({ queryKey: ["installations", team.id] });
      onClose();
    },
  });
  return (
    <DialogBody>
      <DialogTitle>
        <AppIdentity heading icon={app.icon} name={t("client.team.removeTitle", names)} second={app.publisherName} />
      </DialogTitle>
      <DialogContent className={dialog.content}>
        <Text block>{t("client.team.removeLost", names)}</Text>
        <ProblemBar error={remove.error} />
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t("shared.cancel")}</Button>
        <Button
          appearance="primary"
          disabledFocusable={remove.isPending}
          icon={remove.isPending ? <Spinner size="tiny" /> : null}
          onClick={() => !remove.isPending && remove.mutate()}
        >
          {t("client.team.removeFrom", names)}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
