import {
  Button,
  Card,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Textarea,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useBlocker } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useMemo, useState } from "react";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { patiently } from "../../shared/patient-import.ts";
import type { App } from "../apps/app-queries.ts";
import { Breadcrumbs } from "../breadcrumbs.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { DeletePolicy } from "./delete-policy.tsx";
import { type KnownApps, knownFrom, knownIn } from "./known-apps.ts";
import { descriptionOf } from "./policy-description.ts";
import { contentOf, partsOf } from "./policy-parts.ts";
import type { Policy } from "./policy-queries.ts";
import { SaveBar } from "./save-bar.tsx";
import { SavePolicy } from "./save-policy.tsx";
import { Since } from "./since.tsx";
import { usePolicyDraft } from "./use-policy-draft.ts";
import { Users } from "./users.tsx";

const PermissionEditor = lazy(
  patiently(async () => ({ default: (await import("./permission-editor.tsx")).PermissionEditor })),
);
const SetupEditor = lazy(patiently(async () => ({ default: (await import("./setup-editor.tsx")).SetupEditor })));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "800px" },
  card: { rowGap: tokens.spacingVerticalM },
  facts: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

/** A policy on its page. @param latest as the server has it now. */
export function PolicyEditor({ latest }: { latest: Policy }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const restoreFocus = useRestoreFocusTarget();
  const { base, draft, dirty, conflict, edit, discard, settle, saved } = usePolicyDraft(latest);
  const [open, setOpen] = useState<"save" | "conflict" | "delete">();
  const [picked, setPicked] = useState<KnownApps>(new Map());
  const apps = useMemo(
    () => new Map([...picked, ...knownIn(base.apps), ...knownIn(latest.apps)]),
    [picked, base.apps, latest.apps],
  );
  const nameOf = (ref: string) => apps.get(ref)?.displayName ?? t("admin.policies.unknownNamed", { id: ref });
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });
  const { kind, name, builtIn, editable } = latest;
  const close = () => setOpen(undefined);
  const content = contentOf(draft);
  const editing = {
    apps,
    editable,
    onPicked: (ref: string, app: App) => setPicked((before) => new Map(before).set(ref, knownFrom(app))),
  };
  const other = latest.changedByName ?? t("admin.policies.somebody");
  const sections = {
    permission: t("admin.section.permissionPolicies"),
    setup: t("admin.section.setupPolicies"),
  };
  return (
    <>
      <Breadcrumbs section={{ to: "/admin/policies/$kind", kind, label: sections[kind] }} here={name} />
      <PageHeader
        title={name}
        subtitle={descriptionOf(latest, t)}
        action={
          !builtIn && (
            <Button icon={<DeleteRegular />} onClick={() => setOpen("delete")} {...restoreFocus}>
              {t("admin.policies.delete")}
            </Button>
          )
        }
      />
      <div className={styles.root}>
        <div className={styles.facts}>
          <Since at={latest.effectiveSince} by={latest.changedByName} />
          <Users policy={latest} />
        </div>
        {!editable && (
          <MessageBar layout="multiline">
            <MessageBarBody>{t("admin.policies.notEditable")}</MessageBarBody>
          </MessageBar>
        )}
        {conflict && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>
              <MessageBarTitle>{t("admin.policies.conflict.title")}</MessageBarTitle>
              {t("admin.policies.conflict.bar", { person: other })}
            </MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => setOpen("conflict")}>{t("admin.policies.conflict.look")}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {!builtIn && (
          <Card className={styles.card}>
            <Field
              label={t("admin.policies.name")}
              required
              validationMessage={draft.name.trim() === "" ? t("admin.policies.name.missing") : null}
            >
              <Input value={draft.name} maxLength={128} onChange={(_, { value }) => edit({ name: value })} />
            </Field>
            <Field label={t("admin.policies.description")}>
              <Textarea
                value={draft.description}
                maxLength={1_024}
                onChange={(_, { value }) => edit({ description: value })}
              />
            </Field>
          </Card>
        )}
        <Suspense fallback={<RowSkeletons rows={4} />}>
          {"custom" in content ? (
            <PermissionEditor key={base.etag} content={content} onChange={edit} {...editing} />
          ) : (
            <SetupEditor content={content} onChange={edit} {...editing} />
          )}
        </Suspense>
        {dirty && (
          <SaveBar
            blocked={draft.name.trim() === ""}
            onDiscard={discard}
            onSave={() => setOpen(conflict ? "conflict" : "save")}
          />
        )}
      </div>
      <SavePolicy
        open={open === "save"}
        base={base}
        draft={draft}
        nameOf={nameOf}
        onSaved={(policy) => {
          saved(policy);
          close();
        }}
        onStale={() => setOpen("conflict")}
        onClose={close}
      />
      {open === "conflict" && conflict && (
        <ConflictDialog
          base={partsOf(base)}
          mine={draft}
          theirs={partsOf(latest)}
          other={other}
          nameOf={nameOf}
          onChoose={(parts) => {
            settle(parts);
            close();
          }}
          onClose={close}
        />
      )}
      <DeletePolicy policy={latest} open={open === "delete"} onClose={close} onDeleted={discard} />
      <ConfirmDialog
        open={blocker.status === "blocked"}
        title={t("admin.policies.leave.title")}
        action={t("admin.policies.leave.action")}
        doing={t("admin.working")}
        act={async () => await Promise.resolve(blocker.proceed?.())}
        onDone={() => undefined}
        onClose={() => blocker.reset?.()}
      >
        {t("admin.policies.leave.text", { name })}
      </ConfirmDialog>
    </>
  );
}
