import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular, ArrowForwardRegular, MailRegular, PeopleRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useIntl } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { patiently } from "../../shared/patient-import.ts";
import { type Target, targetsQuery } from "./target-queries.ts";
import { useTargetText } from "./target-text.ts";

const AddTarget = lazy(patiently(async () => ({ default: (await import("./add-target.tsx")).AddTarget })));
const TargetDrawer = lazy(patiently(async () => ({ default: (await import("./target-drawer.tsx")).TargetDrawer })));

const mostTargets = 20;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  add: { alignSelf: "start" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  what: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, flex: "1 1 260px", minWidth: 0 },
  icon: { display: "flex", color: tokens.colorBrandForeground1, "& svg": { width: "24px", height: "24px" } },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const icons = { groups: <PeopleRegular />, mail: <MailRegular />, relay: <ArrowForwardRegular /> };

interface TargetsTabProps {
  readonly configurationId: string;
  /** Its cards can go to the team's members. */
  readonly inTeam: boolean;
  /** Its cards stand in a channel, too. */
  readonly inChannel: boolean;
  readonly mayConfigure: boolean;
  readonly open: string | undefined;
  readonly onOpen: (targetId: string | undefined) => void;
}

/** Where cards go besides their channel: mail, the team's mail, other webhooks. */
export function TargetsTab({
  configurationId,
  inTeam,
  inChannel,
  mayConfigure,
  open,
  onOpen,
}: TargetsTabProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useQuery(targetsQuery(configurationId));
  const [adding, setAdding] = useState(false);
  useFocusReturn(open !== undefined || adding);
  const add = (
    <Button
      className={styles.add}
      appearance="primary"
      icon={<AddRegular />}
      disabledFocusable={!mayConfigure || (query.data?.length ?? 0) >= mostTargets}
      onClick={() => mayConfigure && (query.data?.length ?? 0) < mostTargets && setAdding(true)}
    >
      {t("client.webhooks.target.add")}
    </Button>
  );
  const opened = query.data?.find(({ id }) => id === open);
  return (
    <div className={styles.root}>
      <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
        {(targets) =>
          targets.length === 0 ? (
            <StatePanel icon={<ArrowForwardRegular />} title={t("client.webhooks.target.none")} actions={add}>
              {t("client.webhooks.target.noneHow")}
            </StatePanel>
          ) : (
            <>
              <Text>
                {inChannel ? t("client.webhooks.target.explained") : t("client.webhooks.target.explainedMail")}
              </Text>
              {add}
              <ul className={styles.list}>
                {targets.map((target) => (
                  <TargetRow key={target.id} target={target} onOpen={() => onOpen(target.id)} />
                ))}
              </ul>
            </>
          )
        }
      </QueryView>
      {adding && (
        <Suspense>
          <AddTarget
            configurationId={configurationId}
            inTeam={inTeam}
            onClose={() => setAdding(false)}
            onAdded={(id) => {
              setAdding(false);
              onOpen(id);
            }}
          />
        </Suspense>
      )}
      {opened && (
        <Suspense>
          <TargetDrawer
            key={opened.id}
            configurationId={configurationId}
            target={opened}
            mayConfigure={mayConfigure}
            onClose={() => onOpen(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

function TargetRow({ target, onOpen }: { target: Target; onOpen: () => void }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const { nameOf, stopText } = useTargetText();
  const name = nameOf(target);
  const { lastDeliveredAt: last, failingSince } = target;
  const moment = (when: string) => intl.formatDate(when, { dateStyle: "medium", timeStyle: "short" });
  const state =
    target.state === "stopped"
      ? stopText(target.stopReason)
      : failingSince !== null
        ? t("client.webhooks.target.failing", { when: moment(failingSince) })
        : last === null
          ? t("client.webhooks.target.unused")
          : t("client.webhooks.target.last", { when: moment(last) });
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.icon} aria-hidden>
          {icons[target.kind]}
        </span>
        <div className={styles.words}>
          <Text block weight="semibold">
            {name}
          </Text>
          <Text block size={200} className={styles.quiet}>
            {state}
          </Text>
        </div>
      </div>
      <div className={styles.badges}>
        {target.state === "stopped" && (
          <Badge appearance="tint" color="danger">
            {t("client.webhooks.target.stopped")}
          </Badge>
        )}
        {target.pending > 0 && (
          <Badge appearance="tint" color="informative">
            {t("client.webhooks.target.pending", { count: target.pending })}
          </Badge>
        )}
        {target.dead > 0 && (
          <Badge appearance="tint" color="warning">
            {t("client.webhooks.target.dead", { count: target.dead })}
          </Badge>
        )}
      </div>
      <Button size="small" aria-label={t("client.webhooks.target.openThis", { name })} onClick={onOpen}>
        {t("client.connectors.manage")}
      </Button>
    </li>
  );
}
