import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { ImpactNote } from "../impact/impact-note.tsx";
import { SubjectPicker } from "../subjects/subject-picker.tsx";
import type { Subject } from "../subjects/subject-picture.tsx";
import { type Group, useGroupMembers, useGroupsBeside } from "./group-queries.ts";
import { isNestingRefusal, NestingRefusal } from "./nesting-refusal.tsx";

interface AddToGroupProps {
  readonly group: Group;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Puts people and other groups into a group. Mounted anew for each opening. */
export function AddToGroup({ group, open, onClose }: AddToGroupProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const { data: members = [] } = useGroupMembers(group.id);
  const { data: nested = [] } = useGroupsBeside(group.id, "within");
  const [subjects, setSubjects] = useState<Subject[]>([]);
  const [tried, setTried] = useState(false);
  const idsOf = (kind: Subject["kind"]) => subjects.flatMap((one) => (one.kind === kind ? one.id : []));
  const add = useMutation({
    mutationFn: async () => {
      const param = { groupId: group.id };
      const [groups, people] = [idsOf("group"), idsOf("person")];
      const came = { groups: 0, people: 0 };
      // Groups first, for they may be refused; what came is taken off the list, so that trying again goes on from there.
      if (groups.length > 0) {
        came.groups = (await read(api.groups[":groupId"].groups.$post({ param, json: { groups } }))).added;
        setSubjects((left) => left.filter(({ kind }) => kind !== "group"));
      }
      if (people.length > 0)
        came.people = (await read(api.groups[":groupId"].members.$post({ param, json: { people } }))).added;
      return came;
    },
    onSettled: async () => await queryClient.invalidateQueries({ queryKey: ["groups"] }),
    onSuccess: ({ groups, people }) => {
      const which = groups > 0 ? (people > 0 ? "both" : "groups") : people > 0 ? "people" : "nobody";
      const values = { which, groups, people, group: group.displayName };
      notify({ intent: "success", title: t("admin.policies.groups.added", values) });
      onClose();
    },
  });
  const nobody = tried && subjects.length === 0 && !add.isPending;
  return (
    <FormDrawer
      open={open}
      title={t("admin.policies.groups.addTo", { group: group.displayName })}
      action={t("admin.policies.groups.addAction", { count: subjects.length })}
      pending={add.isPending}
      error={isNestingRefusal(add.error) ? null : add.error}
      onSubmit={() => {
        setTried(true);
        if (subjects.length > 0) add.mutate();
      }}
      onClose={onClose}
    >
      <SubjectPicker
        label={t("admin.policies.groups.subjects")}
        hint={t("admin.policies.groups.subjects.hint")}
        required
        value={subjects}
        onChange={(chosen) => {
          add.reset();
          setSubjects(chosen);
        }}
        without={
          new Set([group.id, ...members.flatMap(({ id, direct }) => (direct ? id : [])), ...nested.map(({ id }) => id)])
        }
        fault={nobody ? t("admin.policies.groups.subjects.missing") : null}
      />
      {isNestingRefusal(add.error) && <NestingRefusal error={add.error} />}
      {subjects.length > 0 && add.isIdle && (
        <ImpactNote
          change={{ change: "joinGroup", group: group.id, people: idsOf("person"), groups: idsOf("group") }}
          explain={(refusal) => (isNestingRefusal(refusal) ? <NestingRefusal error={refusal} /> : undefined)}
        />
      )}
    </FormDrawer>
  );
}
