import { Button, Text, useRestoreFocusTarget } from "@fluentui/react-components";
import { CheckmarkCircleRegular, ProhibitedRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { useSession } from "../../shared/session.ts";
import type { AppDetails } from "../apps/app-queries.ts";
import { ImpactNote } from "../impact/impact-note.tsx";

/** Allows a blocked app, blocks an allowed one. */
export function ChangeStatus({ app }: { app: AppDetails }): ReactElement {
  const t = useText();
  const { organisation } = useSession();
  const queryClient = useQueryClient();
  const restoreFocus = useRestoreFocusTarget();
  // What was asked stays as it was asked, whatever others do to the app meanwhile.
  const [asked, setAsked] = useState<"allowed" | "blocked">();
  const [last, setLast] = useState<"allowed" | "blocked">("blocked");
  const next = app.status === "allowed" ? "blocked" : "allowed";
  const { displayName: name } = app;
  const words = {
    blocked: {
      button: t("admin.app.block"),
      title: t("admin.app.block.title", { name }),
      what: [t("admin.app.block.what"), t("admin.app.block.stays")],
      action: t("admin.app.block.action", { organisation: organisation.displayName }),
      done: t("admin.app.block.done", { name }),
    },
    allowed: {
      button: t("admin.app.allow"),
      title: t("admin.app.allow.title", { name }),
      what: [t("admin.app.allow.what")],
      action: t("admin.app.allow.action", { organisation: organisation.displayName }),
      done: t("admin.app.allow.done", { name }),
    },
  };
  const shown = words[asked ?? last];
  return (
    <>
      <Button
        icon={next === "blocked" ? <ProhibitedRegular /> : <CheckmarkCircleRegular />}
        onClick={() => {
          setAsked(next);
          setLast(next);
        }}
        {...restoreFocus}
      >
        {words[next].button}
      </Button>
      <ConfirmDialog
        open={asked !== undefined}
        title={shown.title}
        action={shown.action}
        doing={t("admin.working")}
        act={async () => {
          await done(api.apps[":appId"].status.$put({ param: { appId: app.id }, json: { status: asked ?? next } }));
          await Promise.all(
            ["app", "apps", "access", "consent"].map(
              async (key) => await queryClient.invalidateQueries({ queryKey: [key] }),
            ),
          );
        }}
        onDone={() => {
          notify({ intent: "success", title: shown.done });
          setAsked(undefined);
        }}
        onClose={() => setAsked(undefined)}
      >
        {shown.what.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
        {asked !== undefined && <ImpactNote change={{ change: "status", apps: [app.id], status: asked }} />}
      </ConfirmDialog>
    </>
  );
}
