import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { AppsListRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { useMyAppsListStyles } from "./my-apps-list.ts";
import { UpdateRow } from "./update-row.tsx";
import { useWaiting, type Waiting } from "./waiting-queries.ts";

const MineDialog = lazy(patiently(async () => ({ default: (await import("./mine-dialogs.tsx")).MineDialog })));
const InstallationDialog = lazy(
  patiently(async () => ({ default: (await import("../team/installation-dialog.tsx")).InstallationDialog })),
);
const AcceptSeveral = lazy(patiently(async () => ({ default: (await import("./accept-several.tsx")).AcceptSeveral })));

const route = getRouteApi("/frame/apps/manage");

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  place: { marginBlockStart: tokens.spacingVerticalL },
});

/** They come in this order: one's own, then team by team. */
function byPlace(waiting: readonly Waiting[]): Waiting[][] {
  const groups: Waiting[][] = [];
  for (const one of waiting) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.team?.id === one.team?.id) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** What waits for one's consent, for oneself and in teams, to be accepted one at a time or several at once. */
export function UpdateList(): ReactElement {
  const styles = useStyles();
  const list = useMyAppsListStyles();
  const t = useText();
  const { update } = route.useSearch();
  const navigate = route.useNavigate();
  const { waiting, error, hasMore, isFetchingMore, fetchMore, retry } = useWaiting();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // As they were when the dialog opened: what is accepted leaves the list below it.
  const [several, setSeveral] = useState<readonly Waiting[]>();
  useFocusReturn(update !== undefined || several !== undefined);
  if (waiting === undefined) {
    return error === null ? (
      <Delayed>
        <RowSkeletons />
      </Delayed>
    ) : (
      <ErrorState error={error} onRetry={retry} />
    );
  }
  const acceptable = waiting.filter(({ mayAccept }) => mayAccept);
  const selected = acceptable.filter(({ key }) => chosen.has(key));
  const select = (keys: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) on ? next.add(key) : next.delete(key);
    setChosen(next);
  };
  const all = selected.length === acceptable.length;
  const open = waiting.find(({ key }) => key === update);
  const close = () => void navigate({ search: { tab: "updates" } });
  return (
    <>
      {waiting.length === 0 && !hasMore && (
        <StatePanel icon={<AppsListRegular />} title={t("client.apps.mine.upToDate")}>
          {t("client.apps.mine.upToDateHow")}
        </StatePanel>
      )}
      {acceptable.length > 1 && (
        <div className={styles.bar}>
          <Checkbox
            checked={all ? true : selected.length > 0 ? "mixed" : false}
            label={t("client.apps.updates.selectAll")}
            onChange={() =>
              select(
                acceptable.map(({ key }) => key),
                !all,
              )
            }
          />
          <Button
            appearance="primary"
            disabledFocusable={selected.length === 0}
            onClick={() => selected.length > 0 && setSeveral(selected)}
          >
            {t("client.apps.updates.several", { count: selected.length })}
          </Button>
        </div>
      )}
      {byPlace(waiting).map((group) => (
        <section key={group[0]?.team?.id ?? "mine"} className={styles.place}>
          <Heading level={2} size={400}>
            <PlaceName team={group[0]?.team ?? null} />
          </Heading>
          <ul className={list.list}>
            {group.map((one) => (
              <UpdateRow
                key={one.key}
                one={one}
                selected={acceptable.length > 1 ? chosen.has(one.key) && one.mayAccept : undefined}
                onSelect={(on) => select([one.key], on)}
                onUpdate={() => void navigate({ search: { tab: "updates", update: one.key } })}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && (
        <Button disabledFocusable={isFetchingMore} onClick={fetchMore}>
          {t("client.apps.more")}
        </Button>
      )}
      <Suspense>
        {open && <AcceptDialog one={open} onClose={close} />}
        {several && (
          <AcceptSeveral
            asked={several}
            onClose={() => {
              setSeveral(undefined);
              setChosen(new Set());
            }}
          />
        )}
      </Suspense>
    </>
  );
}

function PlaceName({ team }: { team: Waiting["team"] }): ReactElement {
  const t = useText();
  if (team === null) return <>{t("client.apps.updates.forOneself")}</>;
  return (
    <TextLink to="/teams/$teamId" params={{ teamId: team.id }}>
      {team.displayName}
    </TextLink>
  );
}

function AcceptDialog({ one, onClose }: { one: Waiting; onClose: () => void }): ReactElement | null {
  const { source, team } = one;
  if ("mine" in source) return <MineDialog mine={source.mine} step="update" onClose={onClose} />;
  if (team === null) return null;
  return <InstallationDialog team={team} installation={source.installation} step="update" onClose={onClose} />;
}
