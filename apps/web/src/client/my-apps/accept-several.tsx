import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { notify } from "../../shared/feedback/notices.ts";
import { useProblemText } from "../../shared/feedback/problem-text.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { useObservable } from "../../shared/observable.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { ConsentDetails } from "../install/consent-details.tsx";
import { consentQuery } from "../install/consent-query.ts";
import { useMyAppsListStyles } from "./my-apps-list.ts";
import { accept, type Waiting } from "./waiting-queries.ts";

const useStyles = makeStyles({
  row: { display: "flex", flexDirection: "column", alignItems: "stretch", flexWrap: "nowrap" },
  top: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalM },
  outcome: { flexShrink: 0 },
  done: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusSuccessForeground1,
  },
});

/** What came of one of them so far; nothing before its turn. */
type Outcome = "busy" | "done" | { readonly error: unknown };

interface AcceptSeveralProps {
  readonly asked: readonly Waiting[];
  readonly onClose: () => void;
}

/** Accepting several updates: what each asks for, one button, and what came of each. */
export function AcceptSeveral({ asked, onClose }: AcceptSeveralProps): ReactElement {
  const dialog = useDialogStyles();
  const list = useMyAppsListStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const stopped = useRef(false);
  const left = asked.filter(({ key }) => outcomes[key] !== "done");
  const accepting = useMutation({
    mutationFn: async () => {
      let refused = 0;
      for (const one of left) {
        if (stopped.current) return;
        const tell = (outcome: Outcome) => setOutcomes((before) => ({ ...before, [one.key]: outcome }));
        tell("busy");
        try {
          await accept(one);
          tell("done");
        } catch (error) {
          refused++;
          tell({ error });
        }
      }
      if (refused > 0) return;
      notify({ intent: "success", title: t("client.apps.updates.done", { count: asked.length }) });
      onClose();
    },
    onSettled: () => {
      for (const key of ["my-apps", "installations"]) void queryClient.invalidateQueries({ queryKey: [key] });
    },
  });
  const close = () => {
    stopped.current = true;
    onClose();
  };
  const turn = asked.filter(({ key }) => outcomes[key] !== undefined).length;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface className={dialog.surface}>
        <DialogBody>
          <DialogTitle>{t("client.apps.updates.severalTitle", { count: asked.length })}</DialogTitle>
          <DialogContent className={dialog.content}>
            <Text>{t("client.apps.updates.how")}</Text>
            <ul className={list.list}>
              {asked.map((one) => (
                <AskedRow key={one.key} one={one} outcome={outcomes[one.key]} />
              ))}
            </ul>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{accepting.isPending ? t("client.apps.updates.stop") : t("shared.cancel")}</Button>
            <Button
              appearance="primary"
              disabledFocusable={accepting.isPending}
              icon={accepting.isPending ? <Spinner size="tiny" /> : null}
              onClick={() => !accepting.isPending && accepting.mutate()}
            >
              {accepting.isPending
                ? t("client.apps.updates.busy", { turn, count: asked.length })
                : t("client.apps.updates.accept", { count: left.length })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function AskedRow({ one, outcome }: { one: Waiting; outcome: Outcome | undefined }): ReactElement {
  const styles = useStyles();
  const list = useMyAppsListStyles();
  const t = useText();
  const { formatList } = useIntl();
  const { name: app, next, team, reasons, consentWithdrawn } = one;
  const place = team === null ? t("client.apps.updates.forOneself") : team.displayName;
  return (
    <li className={mergeClasses(list.row, styles.row)}>
      <div className={styles.top}>
        <AppIdentity icon={one.icon} name={app} second={`${one.publisherName} · ${place}`} />
        <span className={styles.outcome} role="status">
          {outcome === "busy" && <Spinner size="tiny" aria-label={t("client.apps.updates.updating", { app })} />}
          {outcome === "done" && (
            <span className={styles.done}>
              <CheckmarkCircleRegular />
              {t("client.apps.updates.accepted")}
            </span>
          )}
        </span>
      </div>
      <Text size={200}>
        {consentWithdrawn
          ? t("client.apps.updates.withdrawn")
          : t("client.apps.mine.asksBecause", { version: next.version, reasons: formatList(reasons) })}
      </Text>
      {typeof outcome === "object" && <Refused error={outcome.error} />}
      <Accordion collapsible>
        <AccordionItem value="details">
          <AccordionHeader size="small">{t("client.apps.updates.details", { app })}</AccordionHeader>
          <AccordionPanel>
            <Details appId={one.appId} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </li>
  );
}

function Refused({ error }: { error: unknown }): ReactElement {
  const { title, detail, foreign } = useProblemText()(error);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {title} <span lang={foreign ? "en" : undefined}>{detail}</span>
      </MessageBarBody>
    </MessageBar>
  );
}

function Details({ appId }: { appId: string }): ReactElement {
  const query = useQuery(consentQuery(appId, useObservable(languageState).language));
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
      {(consent) => <ConsentDetails consent={consent} />}
    </QueryView>
  );
}
