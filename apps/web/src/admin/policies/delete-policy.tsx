import { Text } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { api, done } from "../../shared/api/client.ts";
import { Problem } from "../../shared/api/problem.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { Policy } from "./policy-queries.ts";

interface Named {
  readonly id: string;
  readonly displayName: string;
}

/** What the refusal says about who has the policy: how many, and some by name. */
interface PolicyUse {
  readonly people: number;
  readonly groups: number;
  readonly somePeople: readonly Named[];
  readonly someGroups: readonly Named[];
}

function usersIn(error: unknown): PolicyUse | undefined {
  return error instanceof Problem && error.code === "policy/in-use" ? (error.extra.usedBy as PolicyUse) : undefined;
}

interface DeletePolicyProps {
  readonly policy: Policy;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Told before the page is left. */
  readonly onDeleted: () => void;
}

/** Deletes a policy, or says who still has it. */
export function DeletePolicy({ policy, open, onClose, onDeleted }: DeletePolicyProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [use, setUse] = useState<PolicyUse>();
  const { kind, id, name } = policy;
  return (
    <ConfirmDialog
      open={open}
      title={t("admin.policies.delete.title", { name })}
      action={t("admin.policies.delete.action", { name })}
      doing={t("admin.working")}
      act={async () => {
        setUse(undefined);
        try {
          await done(api.policies[":kind"][":policyId"].$delete({ param: { kind, policyId: id }, header: {} }));
        } catch (error) {
          setUse(usersIn(error));
          throw error;
        }
      }}
      onDone={() => {
        onDeleted();
        notify({ intent: "success", title: t("admin.policies.delete.done", { name }) });
        void navigate({ to: "/admin/policies/$kind", params: { kind }, replace: true, ignoreBlocker: true }).then(
          () => {
            queryClient.removeQueries({ queryKey: ["policies", kind, id] });
            return queryClient.invalidateQueries({ queryKey: ["policies"] });
          },
        );
      }}
      onClose={onClose}
    >
      <Text>{t("admin.policies.delete.lost")}</Text>
      {use !== undefined && (
        <>
          <Text>{t("admin.policies.delete.used")}</Text>
          <ul>
            {use.someGroups.map((group) => (
              <li key={group.id}>
                <TextLink to="/admin/policies/$kind" params={{ kind }} search={{ tab: "groups" }}>
                  {t("admin.policies.delete.usedByGroup", { group: group.displayName })}
                </TextLink>
              </li>
            ))}
            {use.somePeople.map((person) => (
              <li key={person.id}>
                <TextLink to="/admin/policies/$kind" params={{ kind }} search={{ tab: "people", policy: id }}>
                  {person.displayName}
                </TextLink>
              </li>
            ))}
            {use.people + use.groups > use.somePeople.length + use.someGroups.length && (
              <li>
                {t("admin.policies.delete.usedMore", {
                  count: use.people + use.groups - use.somePeople.length - use.someGroups.length,
                })}
              </li>
            )}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
