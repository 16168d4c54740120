import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  OverlayDrawer,
  Text,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowSyncRegular,
  DeleteRegular,
  DismissRegular,
  PauseRegular,
  PlayRegular,
  SendRegular,
} from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { api, done, read } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useNarrow } from "../../shared/layout/narrow.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { TargetDeliveries } from "./target-deliveries.tsx";
import type { Target } from "./target-queries.ts";
import { useTargetText } from "./target-text.ts";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalS,
  },
  title: { overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface TargetDrawerProps {
  readonly configurationId: string;
  readonly target: Target;
  readonly mayConfigure: boolean;
  readonly onClose: () => void;
}

/** One target: how it stands, trying it, stopping and starting it, and the cards on their way there. */
export function TargetDrawer({ configurationId, target, mayConfigure, onClose }: TargetDrawerProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const isNarrow = useNarrow();
  const { nameOf, stopText } = useTargetText();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const one = api.connectors[":configurationId"].targets[":targetId"];
  const param = { configurationId, targetId: target.id };
  const anew = () => void queryClient.invalidateQueries({ queryKey: ["targets", configurationId] });
  const test = useMutation({ mutationFn: async () => await read(one.test.$post({ param })), onSettled: anew });
  const setState = useMutation({
    mutationFn: async (state: Target["state"]) => await read(one.$patch({ param, json: { state } })),
    onSettled: anew,
  });
  const rotate = useMutation({ mutationFn: async () => await read(one.secret.$post({ param })), onSettled: anew });
  const name = nameOf(target);
  const stopped = target.state === "stopped";
  const moment = (when: string) => intl.formatDate(when, { dateStyle: "medium", timeStyle: "short" });
  const busy = test.isPending || setState.isPending || rotate.isPending || !mayConfigure;
  return (
    <OverlayDrawer
      open
      position="end"
      size={isNarrow ? "full" : "medium"}
      onOpenChange={(_, data) => !data.open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          className={styles.title}
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t("shared.close")} onClick={onClose} />
          }
        >
          {name}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.body}>
          {stopped && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{t("client.webhooks.target.stopped")}</MessageBarTitle>
                {stopText(target.stopReason)}
              </MessageBarBody>
            </MessageBar>
          )}
          {!stopped && target.failingSince !== null && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>
                  {t("client.webhooks.target.failing", { when: moment(target.failingSince) })}
                </MessageBarTitle>
                {target.nextAttemptAt !== null &&
                  t("client.webhooks.target.next", { when: moment(target.nextAttemptAt) })}{" "}
                {target.lastAnswer}
              </MessageBarBody>
            </MessageBar>
          )}
          <div className={styles.actions}>
            <Button icon={<SendRegular />} disabledFocusable={busy} onClick={() => !busy && test.mutate()}>
              {test.isPending ? t("client.webhooks.target.testing") : t("client.webhooks.target.test")}
            </Button>
            <Button
              icon={stopped ? <PlayRegular /> : <PauseRegular />}
              disabledFocusable={busy}
              onClick={() => !busy && setState.mutate(stopped ? "active" : "stopped")}
            >
              {stopped ? t("client.webhooks.target.start") : t("client.webhooks.target.stop")}
            </Button>
            {target.signed && (
              <Button icon={<ArrowSyncRegular />} disabledFocusable={busy} onClick={() => !busy && rotate.mutate()}>
                {t("client.webhooks.target.newSecret")}
              </Button>
            )}
            <Button
              icon={<DeleteRegular />}
              disabledFocusable={!mayConfigure}
              onClick={() => mayConfigure && setRemoving(true)}
            >
              {t("client.connectors.remove")}
            </Button>
          </div>
          {test.data !== undefined && (
            <MessageBar intent={test.data.delivered ? "success" : "error"} layout="multiline" role="status">
              <MessageBarBody>
                <MessageBarTitle>
                  {test.data.delivered ? t("client.webhooks.target.tested") : t("client.webhooks.target.testFailed")}
                </MessageBarTitle>
                {[test.data.status, test.data.answer].filter((part) => part !== null && part !== "").join(" ")}
              </MessageBarBody>
            </MessageBar>
          )}
          {rotate.data !== undefined && (
            <>
              <CopyField label={t("client.webhooks.target.secret")} value={rotate.data.secret} />
              <Text size={200}>
                {t("client.webhooks.target.secret.both", { when: moment(rotate.data.previousSecretUntil) })}
              </Text>
            </>
          )}
          <ProblemBar error={test.error ?? setState.error ?? rotate.error} />
          <TargetDeliveries configurationId={configurationId} target={target} mayConfigure={mayConfigure} />
        </div>
      </DrawerBody>
      <ConfirmDialog
        open={removing}
        title={t("client.remove.title", { name })}
        action={t("client.connectors.remove")}
        doing={t("client.webhooks.target.removing")}
        act={async () => await done(one.$delete({ param }))}
        onDone={() => {
          anew();
          onClose();
        }}
        onClose={() => setRemoving(false)}
      >
        <Text block>{t("client.webhooks.target.lost", { count: target.pending + target.dead })}</Text>
      </ConfirmDialog>
    </OverlayDrawer>
  );
}
