import {
  Button,
  MessageBar,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import type { AppDetails } from "../apps/app-queries.ts";
import { AppLoss } from "./app-loss.tsx";
import { type AppUse, lossQuery } from "./app-use-queries.ts";

/** Takes an app out of the catalogue, after saying who loses it and what goes with it. */
export function DeleteApp({ app }: { app: AppDetails }): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const [asking, setAsking] = useState(false);
  // Others got the app, or lost it, between the look and the click.
  const [changed, setChanged] = useState(false);
  const query = lossQuery(app.id);
  const loss = useQuery({ ...query, enabled: asking });
  const { displayName: name } = app;

  async function remove({ etag }: AppUse): Promise<void> {
    setChanged(false);
    try {
      await done(api.apps[":appId"].$delete({ param: { appId: app.id }, header: { "if-match": etag } }));
    } catch (error) {
      if (!hasCode(error, "change/stale")) throw error;
      queryClient.setQueryData(query.queryKey, error.extra.current as AppUse);
      setChanged(true);
      throw error;
    }
  }

  return (
    <>
      <Button icon={<DeleteRegular />} onClick={() => setAsking(true)} {...restoreFocus}>
        {t("admin.app.delete")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("admin.app.delete.title", { name })}
        action={t("admin.app.delete.action", { name })}
        doing={t("admin.working")}
        ready={loss.data !== undefined}
        explained={changed}
        act={async () => {
          if (loss.data !== undefined) await remove(loss.data);
        }}
        onDone={() => {
          notify({ intent: "success", title: t("admin.app.delete.done", { name }) });
          void navigate({ to: "/admin/apps", replace: true }).then(() => {
            queryClient.removeQueries({ queryKey: ["app", app.id] });
            return queryClient.invalidateQueries({ queryKey: ["apps"] });
          });
        }}
        onClose={() => {
          setAsking(false);
          setChanged(false);
        }}
      >
        {changed && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>{t("admin.app.delete.changed")}</MessageBarBody>
          </MessageBar>
        )}
        {loss.data !== undefined && <AppLoss app={app} loss={loss.data} />}
        {loss.isPending && (
          <Skeleton aria-label={t("admin.app.delete.counting")}>
            <SkeletonItem size={96} />
          </Skeleton>
        )}
        {loss.data === undefined && <ProblemBar error={loss.error} onRetry={() => void loss.refetch()} />}
      </ConfirmDialog>
    </>
  );
}
