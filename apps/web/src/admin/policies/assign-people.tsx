import { Text } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { useText } from "../../shared/language/text.ts";
import type { PolicyKind } from "../admin-search.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { PeoplePicker, type PickedPerson } from "../people/people-picker.tsx";
import { ImpactDialog } from "./impact-dialog.tsx";
import { PolicyChoice } from "./policy-choice.tsx";
import { useToldEffect } from "./use-told-effect.ts";

interface AssignPeopleProps {
  readonly kind: PolicyKind;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Gives people a policy of their own. Mounted anew for each opening. */
export function AssignPeople({ kind, open, onClose }: AssignPeopleProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const told = useToldEffect();
  const [people, setPeople] = useState<PickedPerson[]>([]);
  const [policyId, setPolicyId] = useState<string>();
  const [tried, setTried] = useState(false);
  const [considering, setConsidering] = useState(false);
  const ids = people.map(({ id }) => id);
  return (
    <>
      <FormDrawer
        open={open && !considering}
        title={t("admin.policies.assign.people")}
        action={t("admin.policies.next")}
        pending={false}
        error={null}
        onSubmit={() => {
          setTried(true);
          if (people.length > 0 && policyId !== undefined) setConsidering(true);
        }}
        onClose={onClose}
      >
        <PeoplePicker
          label={t("admin.section.people")}
          hint={t("admin.picker.hint")}
          required
          value={people}
          onChange={setPeople}
          fault={tried && people.length === 0 ? t("admin.picker.missing") : null}
        />
        <PolicyChoice
          kind={kind}
          value={policyId}
          onChoose={setPolicyId}
          fault={tried && policyId === undefined ? t("admin.policies.choose.missing") : undefined}
        />
        <Text>{t("admin.policies.assign.people.text")}</Text>
      </FormDrawer>
      <ImpactDialog
        open={open && considering}
        title={t("admin.policies.assign.people.title", { count: people.length })}
        change={policyId === undefined ? undefined : { change: "assignPeople", kind, people: ids, policyId }}
        action={t("admin.policies.assign.action")}
        act={async () => {
          const { effectiveSince } = await read(
            api.policies[":kind"].assignments.people.$put({
              param: { kind },
              json: { people: ids, policyId: policyId ?? null },
            }),
          );
          await Promise.all([
            queryClient.invalidateQueries({ queryKey: ["assignments", kind] }),
            queryClient.invalidateQueries({ queryKey: ["policies", kind] }),
            queryClient.invalidateQueries({ queryKey: ["effective-policies"] }),
          ]);
          told(t("admin.policies.assigned.people", { count: ids.length }), effectiveSince);
        }}
        onDone={onClose}
        onClose={() => setConsidering(false)}
      >
        <Text>{people.map(({ displayName }) => displayName).join(", ")}</Text>
      </ImpactDialog>
    </>
  );
}
