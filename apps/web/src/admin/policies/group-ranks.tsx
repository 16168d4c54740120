import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { EditRegular, PeopleCommunityRegular, SubtractCircleRegular } from "@fluentui/react-icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { matches } from "../../shared/language/matches.ts";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { ListSearch } from "../../shared/list/list-search.tsx";
import { SortableRows } from "../../shared/list/sortable-rows.tsx";
import type { PolicyKind } from "../admin-search.ts";
import { ListToolbar } from "../list/list-toolbar.tsx";
import { AssignGroup } from "./assign-group.tsx";
import { ImpactDialog } from "./impact-dialog.tsx";
import type { PoliciesAddress } from "./policies-page.tsx";
import { type GroupAssignment, groupAssignmentsQuery } from "./policy-queries.ts";
import { SaveBar } from "./save-bar.tsx";
import { Since } from "./since.tsx";
import { useToldEffect } from "./use-told-effect.ts";

/** More are shown on request. */
const shownAtOnce = 100;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "800px" },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, flexGrow: 1, minWidth: 0 },
  rank: { minWidth: "2ch", textAlign: "end", fontVariantNumeric: "tabular-nums" },
  texts: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
});

export interface AssigningProps {
  readonly kind: PolicyKind;
  readonly address: PoliciesAddress;
  /** The form for somebody new is open. */
  readonly isOpen: boolean;
  readonly openings: number;
  readonly onClose: () => void;
}

/** Groups with a policy, best rank first. */
export function GroupRanks(props: AssigningProps): ReactElement {
  const t = useText();
  const query = useQuery(groupAssignmentsQuery(props.kind));
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
      {(items) => (
        <>
          {items.length === 0 ? (
            <StatePanel icon={<PeopleCommunityRegular />} title={t("admin.policies.ranks.empty.title")}>
              {t("admin.policies.ranks.empty.text")}
            </StatePanel>
          ) : (
            <RankList {...props} items={items} />
          )}
          <AssignGroup
            key={props.openings}
            kind={props.kind}
            changed={undefined}
            assigned={items}
            open={props.isOpen}
            onClose={props.onClose}
          />
        </>
      )}
    </QueryView>
  );
}

function RankList({ kind, address, items }: AssigningProps & { items: readonly GroupAssignment[] }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const told = useToldEffect();
  const restoreFocus = useRestoreFocusTarget();
  const [order, setOrder] = useState<readonly string[]>();
  const [all, setAll] = useState(false);
  const [saving, setSaving] = useState(false);
  const [act, setAct] = useState<{ what: "change" | "remove"; on: GroupAssignment }>();
  const { search } = address.search;
  const byId = new Map(items.map((item) => [item.group.id, item]));
  // Groups that others have added meanwhile come last until their place is decided.
  const ids = [
    ...(order ?? []).filter((id) => byId.has(id)),
    ...items.map(({ group }) => group.id).filter((id) => order?.includes(id) !== true),
  ];
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  const found =
    search === undefined
      ? ordered
      : ordered.filter(({ group, policy }) => matches(search, group.displayName, policy.name));
  const shown = all ? found : found.slice(0, shownAtOnce);
  const dirty = ids.some((id, index) => items[index]?.group.id !== id);

  async function reread(): Promise<void> {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ["assignments", kind] }),
      queryClient.invalidateQueries({ queryKey: ["policies", kind] }),
    ]);
  }

  return (
    <div className={styles.root}>
      <ListToolbar count={t("admin.policies.groups.count", { count: found.length })}>
        <ListSearch
          label={t("admin.policies.groups.search")}
          value={search}
          onSearch={(words) => address.change({ search: words })}
        />
      </ListToolbar>
      <Text>{t("admin.policies.ranks.text")}</Text>
      <SortableRows
        label={t("admin.policies.ranks.label")}
        items={shown}
        idOf={({ group }) => group.id}
        nameOf={({ group }) => group.displayName}
        // A part of the list has no places of its own.
        disabled={search !== undefined}
        onOrder={(next) => setOrder([...next.map(({ group }) => group.id), ...ids.slice(next.length)])}
      >
        {(one, index) => (
          <div className={styles.row}>
            <Text weight="semibold" className={styles.rank}>
              {dirty ? index + 1 : one.rank}
            </Text>
            <span className={styles.texts}>
              <TextLink to="/admin/groups/$groupId" params={{ groupId: one.group.id }}>
                {one.group.displayName}
              </TextLink>
              <TextLink to="/admin/policies/$kind/$policyId" params={{ kind, policyId: one.policy.id }}>
                {one.policy.name}
              </TextLink>
              <Since at={one.since} by={one.setByName} />
            </span>
            <Button
              appearance="subtle"
              icon={<EditRegular />}
              aria-label={t("admin.policies.assign.change", { name: one.group.displayName })}
              title={t("admin.policies.assign.change", { name: one.group.displayName })}
              onClick={() => setAct({ what: "change", on: one })}
              {...restoreFocus}
            />
            <Button
              appearance="subtle"
              icon={<SubtractCircleRegular />}
              aria-label={t("admin.policies.unassign", { name: one.group.displayName })}
              title={t("admin.policies.unassign", { name: one.group.displayName })}
              onClick={() => setAct({ what: "remove", on: one })}
              {...restoreFocus}
            />
          </div>
        )}
      </SortableRows>
      {shown.length < found.length && (
        <Button onClick={() => setAll(true)}>{t("admin.policies.showAll", { count: found.length })}</Button>
      )}
      {dirty && <SaveBar blocked={false} onDiscard={() => setOrder(undefined)} onSave={() => setSaving(true)} />}
      <ImpactDialog
        open={saving}
        title={t("admin.policies.ranks.save")}
        change={{ change: "orderGroups", kind, groups: ids }}
        action={t("admin.policies.ranks.action")}
        act={async () => {
          const { effectiveSince } = await read(
            api.policies[":kind"].assignments.groups.$put({ param: { kind }, json: { groups: ids } }),
          );
          await reread();
          told(t("admin.policies.ranks.saved"), effectiveSince);
        }}
        onDone={() => {
          setOrder(undefined);
          setSaving(false);
        }}
        onClose={() => setSaving(false)}
      />
      {act?.what === "change" && (
        <AssignGroup kind={kind} changed={act.on} assigned={items} open onClose={() => setAct(undefined)} />
      )}
      {act?.what === "remove" && (
        <ImpactDialog
          open
          title={t("admin.policies.unassign.title", { name: act.on.group.displayName, policy: act.on.policy.name })}
          change={{ change: "assignGroup", kind, group: act.on.group.id, policyId: null }}
          action={t("admin.policies.unassign.action")}
          act={async () => {
            const { effectiveSince } = await read(
              api.policies[":kind"].assignments.groups[":group"].$delete({ param: { kind, group: act.on.group.id } }),
            );
            await reread();
            told(t("admin.policies.unassigned", { name: act.on.group.displayName }), effectiveSince);
          }}
          onDone={() => setAct(undefined)}
          onClose={() => setAct(undefined)}
        />
      )}
    </div>
  );
}
