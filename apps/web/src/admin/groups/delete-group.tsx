import { Text } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api, done } from "../../shared/api/client.ts";
import { Problem } from "../../shared/api/problem.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { ImpactNote } from "../impact/impact-note.tsx";
import { impactQuery } from "../impact/impact-query.ts";
import type { Group } from "./group-queries.ts";

/** What the refusal says about who stands on the group. */
interface GroupUse {
  readonly policies: readonly { readonly kind: "permission" | "setup"; readonly id: string; readonly name: string }[];
  readonly apps: number;
}

function usersIn(error: unknown): GroupUse | undefined {
  return error instanceof Problem && error.code === "group/in-use" ? (error.extra.usedBy as GroupUse) : undefined;
}

interface DeleteGroupProps {
  readonly group: Group;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Deletes a group, or says what stands on it. */
export function DeleteGroup({ group, open, onClose }: DeleteGroupProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { displayName: name } = group;
  const change = { change: "deleteGroup", group: group.id } as const;
  const { error } = useQuery({ ...impactQuery(change), enabled: open });
  const use = usersIn(error);
  return (
    <ConfirmDialog
      open={open}
      title={t("admin.policies.groups.delete.title", { name })}
      action={t("admin.policies.groups.delete.action", { name })}
      doing={t("admin.working")}
      ready={use === undefined}
      act={async () => await done(api.groups[":groupId"].$delete({ param: { groupId: group.id } }))}
      onDone={() => {
        notify({ intent: "success", title: t("admin.policies.groups.delete.done", { name }) });
        void navigate({ to: "/admin/groups", replace: true }).then(() => {
          queryClient.removeQueries({ queryKey: ["groups", group.id] });
          return queryClient.invalidateQueries({ queryKey: ["groups"] });
        });
      }}
      onClose={onClose}
    >
      <Text>{t("admin.policies.groups.delete.lost", { count: group.members })}</Text>
      {use !== undefined && <UsersOfGroup use={use} />}
      {open && use === undefined && <ImpactNote change={change} />}
    </ConfirmDialog>
  );
}

/** What stands on a group, and has to go first. */
function UsersOfGroup({ use }: { use: GroupUse }): ReactElement {
  const t = useText();
  return (
    <>
      <Text>{t("admin.policies.groups.delete.used")}</Text>
      <ul>
        {use.policies.map(({ kind, id, name: policy }) => (
          <li key={`${kind} ${id}`}>
            <TextLink to="/admin/policies/$kind" params={{ kind }} search={{ tab: "groups" }}>
              {kind === "permission"
                ? t("admin.policies.used.permission", { policy })
                : t("admin.policies.used.setup", { policy })}
            </TextLink>
          </li>
        ))}
        {use.apps > 0 && <li>{t("admin.policies.used.apps", { count: use.apps })}</li>}
      </ul>
    </>
  );
}
