import { Text } from "@fluentui/react-components";
import { PersonAvailableRegular, SubtractCircleRegular } from "@fluentui/react-icons";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useMemo, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import type { PolicyKind } from "../admin-search.ts";
import type { ListColumn } from "../list/list-column.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { removalColumn } from "../list/removal-column.tsx";
import { PersonName } from "../people/person-name.tsx";
import { AssignPeople } from "./assign-people.tsx";
import { EffectivePolicy } from "./effective-policy.tsx";
import type { AssigningProps } from "./group-ranks.tsx";
import { ImpactDialog } from "./impact-dialog.tsx";
import { globalPolicyId, type PersonAssignment, usePersonAssignments, usePolicies } from "./policy-queries.ts";
import { Since } from "./since.tsx";
import { useToldEffect } from "./use-told-effect.ts";

const byName = { column: "name", descending: false };
/** More would be a wall of chips; the page of a policy leads here for each. */
const mostChips = 6;

function useColumns(kind: PolicyKind, onRemove: (one: PersonAssignment) => void): ListColumn<PersonAssignment>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.people.column.name"),
        render: ({ person: { id, displayName } }) => <PersonName person={{ id, displayName }} />,
        sortKey: ({ person }) => person.displayName,
        minWidth: 120,
        grow: 3,
        rank: 0,
      },
      {
        id: "policy",
        label: t("admin.policies.policy"),
        render: ({ policy }) => (
          <TextLink to="/admin/policies/$kind/$policyId" params={{ kind, policyId: policy.id }} title={policy.name}>
            {policy.name}
          </TextLink>
        ),
        sortKey: ({ policy }) => policy.name,
        minWidth: 100,
        grow: 2,
        rank: 0,
        control: true,
      },
      {
        id: "since",
        label: t("admin.policies.column.since"),
        render: ({ since, setByName }) => <Since short at={since} by={setByName} />,
        sortKey: ({ since }) => Date.parse(since),
        minWidth: 160,
        rank: 2,
      },
      {
        id: "by",
        label: t("admin.policies.column.by"),
        render: ({ setByName }) => (
          <Text truncate wrap={false}>
            {setByName}
          </Text>
        ),
        sortKey: ({ setByName }) => setByName ?? "",
        minWidth: 120,
        rank: 3,
      },
      removalColumn({
        label: t("admin.policies.unassign.label"),
        icon: <SubtractCircleRegular />,
        nameOf: ({ person }) => t("admin.policies.unassign", { name: person.displayName }),
        onRemove,
      }),
    ],
    [t, kind, onRemove],
  );
}

/** People with a policy of their own, and which policy anybody has. */
export function PeopleWithPolicy({ kind, address, isOpen, openings, onClose }: AssigningProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const told = useToldEffect();
  const { search, change } = address;
  const query = usePersonAssignments(kind, search.policy);
  const { data: policies = [] } = usePolicies(kind, undefined);
  const [removing, setRemoving] = useState<PersonAssignment>();
  const columns = useColumns(kind, setRemoving);
  const own = policies.filter(
    ({ id, assigned }) => id !== globalPolicyId && (assigned.people > 0 || id === search.policy),
  );
  const chips = own.filter(({ id }, index) => index < mostChips || id === search.policy);
  return (
    <>
      <EffectivePolicy kind={kind} address={address} />
      <ManagedList
        name={`assignments-${kind}`}
        label={t("admin.policies.people.label")}
        query={query}
        columns={columns}
        idOf={({ person }) => person.id}
        standardSorting={byName}
        address={search}
        change={change}
        searchLabel={t("admin.people.search")}
        chips={
          <FilterChips
            label={t("admin.policies.policy")}
            choices={chips.map(({ id, name }) => ({ value: id, label: name }))}
            value={search.policy}
            onChoose={(policy) => change({ policy })}
          />
        }
        namesOf={({ person, policy }) => [person.displayName, policy.name]}
        narrowed={search.policy !== undefined}
        onClear={() => change({ search: undefined, policy: undefined })}
        counted={(count) => t("admin.people.count", { count })}
        empty={
          <StatePanel icon={<PersonAvailableRegular />} title={t("admin.policies.people.empty.title")}>
            {t("admin.policies.people.empty.text")}
          </StatePanel>
        }
      />
      <AssignPeople key={openings} kind={kind} open={isOpen} onClose={onClose} />
      {removing !== undefined && (
        <ImpactDialog
          open
          title={t("admin.policies.unassign.title", {
            name: removing.person.displayName,
            policy: removing.policy.name,
          })}
          change={{ change: "assignPeople", kind, people: [removing.person.id], policyId: null }}
          action={t("admin.policies.unassign.action")}
          act={async () => {
            const { effectiveSince } = await read(
              api.policies[":kind"].assignments.people.$put({
                param: { kind },
                json: { people: [removing.person.id], policyId: null },
              }),
            );
            await Promise.all(
              ["assignments", "policies", "effective-policies"].map(
                async (key) => await queryClient.invalidateQueries({ queryKey: [key] }),
              ),
            );
            told(t("admin.policies.unassigned", { name: removing.person.displayName }), effectiveSince);
          }}
          onDone={() => setRemoving(undefined)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}
