import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { AppDetails } from "../apps/app-queries.ts";

const useStyles = makeStyles({
  lost: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
});

/** Takes an app out of the catalogue, after saying what goes with it. */
export function DeleteApp({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const [asking, setAsking] = useState(false);
  const { displayName: name } = app;
  const lost = [
    t("admin.app.delete.versions", { count: app.versions.length }),
    t("admin.app.delete.installations"),
    ...(app.capabilities.connectors.length > 0 ? [t("admin.app.delete.connectors")] : []),
    t("admin.app.delete.consents"),
  ];
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
        act={async () => await done(api.apps[":appId"].$delete({ param: { appId: app.id }, header: {} }))}
        onDone={() => {
          notify({ intent: "success", title: t("admin.app.delete.done", { name }) });
          void navigate({ to: "/admin/apps", replace: true }).then(() => {
            queryClient.removeQueries({ queryKey: ["app", app.id] });
            return queryClient.invalidateQueries({ queryKey: ["apps"] });
          });
        }}
        onClose={() => setAsking(false)}
      >
        <Text>{t("admin.app.delete.lost")}</Text>
        <ul className={styles.lost}>
          {lost.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Text>{t("admin.app.delete.stays")}</Text>
      </ConfirmDialog>
    </>
  );
}
