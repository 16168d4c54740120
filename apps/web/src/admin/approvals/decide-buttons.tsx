import { Button, Field, makeStyles, Text, Textarea, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { CheckmarkRegular, DismissRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { Submission } from "./submission-queries.ts";
import { UpdateImpact } from "./update-impact.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const mostLetters = 2_000;

/** Publishes a submission, or rejects it with a reason that whoever made it reads. */
export function DecideButtons({ submission }: { submission: Submission }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const restoreFocus = useRestoreFocusTarget();
  const [asked, setAsked] = useState<"publish" | "reject">();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const { displayName: name, version, kind, submittedBy } = submission;
  const param = { submissionId: submission.id };
  const close = () => {
    setAsked(undefined);
    setMissing(false);
  };
  const fresh = async () =>
    await Promise.all(
      ["submissions", "app", "apps", "requests", "access"].map(
        async (key) => await queryClient.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const told = (title: string) => {
    notify({ intent: "success", title });
    close();
  };
  return (
    <div className={styles.root}>
      <Button icon={<DismissRegular />} onClick={() => setAsked("reject")} {...restoreFocus}>
        {t("admin.approvals.reject")}
      </Button>
      <Button appearance="primary" icon={<CheckmarkRegular />} onClick={() => setAsked("publish")} {...restoreFocus}>
        {t("admin.approvals.publish")}
      </Button>
      <ConfirmDialog
        open={asked === "publish"}
        title={t("admin.approvals.publish.title", { name, version })}
        action={t("admin.approvals.publish.action", { name, version })}
        doing={t("admin.working")}
        act={async () => {
          await read(api.submissions[":submissionId"].publish.$post({ param }));
          await fresh();
        }}
        onDone={() => told(t("admin.approvals.published", { name, version }))}
        onClose={close}
      >
        <Text>{kind === "new" ? t("admin.approvals.publish.new") : t("admin.approvals.publish.update")}</Text>
        {kind === "update" && asked === "publish" && (
          <UpdateImpact appId={submission.appId} definitionId={submission.id} />
        )}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === "reject"}
        title={t("admin.approvals.reject.title", { name, version })}
        action={t("admin.approvals.reject.action", { name })}
        doing={t("admin.working")}
        act={async () => {
          if (reason.trim() === "") {
            setMissing(true);
            return false;
          }
          await read(api.submissions[":submissionId"].reject.$post({ param, json: { reason } }));
          await fresh();
          return true;
        }}
        onDone={() => {
          if (reason.trim() !== "") told(t("admin.approvals.rejected", { name, version }));
        }}
        onClose={close}
      >
        <Text>{kind === "new" ? t("admin.approvals.reject.new") : t("admin.approvals.reject.update")}</Text>
        <Field
          label={t("admin.approvals.reason")}
          hint={t("admin.approvals.reasonHint", { person: submittedBy?.displayName ?? t("admin.approvals.somebody") })}
          required
          validationMessage={missing ? t("admin.approvals.reasonMissing") : null}
        >
          <Textarea
            value={reason}
            maxLength={mostLetters}
            rows={4}
            onChange={(_, { value }) => {
              setReason(value);
              setMissing(false);
            }}
          />
        </Field>
      </ConfirmDialog>
    </div>
  );
}
