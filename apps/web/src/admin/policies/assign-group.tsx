import { Field, Input, Text } from "@fluentui/react-components";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { useText } from "../../shared/language/text.ts";
import type { PolicyKind } from "../admin-search.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { foundGroupsQuery } from "../groups/group-queries.ts";
import { ImpactDialog } from "./impact-dialog.tsx";
import { type NamedItem, NamePicker } from "./name-picker.tsx";
import { PolicyChoice } from "./policy-choice.tsx";
import type { GroupAssignment } from "./policy-queries.ts";
import { useToldEffect } from "./use-told-effect.ts";

interface AssignGroupProps {
  readonly kind: PolicyKind;
  /** What is to be changed; undefined for a group that has no policy of this kind. */
  readonly changed: GroupAssignment | undefined;
  readonly assigned: readonly GroupAssignment[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Gives a group a policy and a rank, or another one. Mounted anew for each opening. */
export function AssignGroup({ kind, changed, assigned, open, onClose }: AssignGroupProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const told = useToldEffect();
  const last = Math.max(0, ...assigned.map(({ rank }) => rank));
  const [group, setGroup] = useState<NamedItem | undefined>(changed?.group);
  const [text, setText] = useState(changed?.group.displayName ?? "");
  const [policyId, setPolicyId] = useState(changed?.policy.id);
  const [rank, setRank] = useState(String(changed?.rank ?? last + 1));
  const [tried, setTried] = useState(false);
  const [considering, setConsidering] = useState(false);
  const search = useDeferredValue(text.trim());
  const { data: found = [] } = useQuery({ ...foundGroupsQuery(search), placeholderData: keepPreviousData });

  const wanted = Number(rank);
  const holder = assigned.find((one) => one.rank === wanted && one.group.id !== group?.id);
  const rankFault = !/^[1-9]\d{0,5}$/.test(rank)
    ? t("admin.policies.rank.wrong")
    : holder !== undefined
      ? t("admin.policies.rank.taken", { rank: wanted, group: holder.group.displayName, free: last + 1 })
      : undefined;
  const ready = group !== undefined && policyId !== undefined && rankFault === undefined;

  async function save(): Promise<void> {
    if (group === undefined || policyId === undefined) return;
    const effect = await read(
      api.policies[":kind"].assignments.groups[":group"].$put({
        param: { kind, group: group.id },
        json: { policyId, rank: wanted },
      }),
    );
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ["assignments", kind] }),
      queryClient.invalidateQueries({ queryKey: ["policies", kind] }),
    ]);
    told(t("admin.policies.assigned.group", { group: group.displayName }), effect.effectiveSince);
  }

  return (
    <>
      <FormDrawer
        open={open && !considering}
        title={
          changed === undefined
            ? t("admin.policies.assign.group")
            : t("admin.policies.assign.change", { name: changed.group.displayName })
        }
        action={t("admin.policies.next")}
        pending={false}
        error={null}
        onSubmit={() => {
          setTried(true);
          if (ready) setConsidering(true);
        }}
        onClose={onClose}
      >
        {changed === undefined && (
          <NamePicker
            label={t("admin.policies.group")}
            required
            text={text}
            onText={(next) => {
              setText(next);
              setGroup(undefined);
            }}
            found={found.filter(({ id }) => !assigned.some((one) => one.group.id === id))}
            onPick={(item) => {
              setGroup(item);
              setText(item.displayName);
            }}
            fault={tried && group === undefined ? t("admin.policies.group.missing") : undefined}
          />
        )}
        <PolicyChoice
          kind={kind}
          value={policyId}
          onChoose={setPolicyId}
          fault={tried && policyId === undefined ? t("admin.policies.choose.missing") : undefined}
        />
        <Field
          label={t("admin.policies.rank")}
          hint={t("admin.policies.rank.hint")}
          required
          validationMessage={rankFault ?? null}
        >
          <Input inputMode="numeric" value={rank} onChange={(_, data) => setRank(data.value.trim())} />
        </Field>
      </FormDrawer>
      <ImpactDialog
        open={open && considering}
        title={t("admin.policies.assign.group.title", { group: group?.displayName ?? "" })}
        change={
          group !== undefined && policyId !== undefined
            ? { change: "assignGroup", kind, group: group.id, policyId, rank: wanted }
            : undefined
        }
        action={t("admin.policies.assign.action")}
        act={save}
        onDone={onClose}
        onClose={() => setConsidering(false)}
      >
        <Text>{t("admin.policies.assign.group.text", { rank: wanted })}</Text>
      </ImpactDialog>
    </>
  );
}
