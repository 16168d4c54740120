import { Text } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { useText } from "../../shared/language/text.ts";
import { DifferenceList } from "./difference-list.tsx";
import { ImpactDialog } from "./impact-dialog.tsx";
import { contentOf, type PolicyParts, partsOf } from "./policy-parts.ts";
import { globalPolicyId, type Policy, policyQuery } from "./policy-queries.ts";
import { useToldEffect } from "./use-told-effect.ts";

interface SavePolicyProps {
  readonly open: boolean;
  /** As it was when editing began. */
  readonly base: Policy;
  readonly draft: PolicyParts;
  readonly nameOf: (ref: string) => string;
  readonly onSaved: (policy: Policy) => void;
  /** Somebody else was quicker; what they saved has been read. */
  readonly onStale: () => void;
  readonly onClose: () => void;
}

/** Saves what was edited, after saying what changes and for whom. */
export function SavePolicy({ open, base, draft, nameOf, onSaved, onStale, onClose }: SavePolicyProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const told = useToldEffect();
  const { kind, id, assigned } = base;
  const name = draft.name.trim();
  const content = contentOf(draft);
  const rights = kind === "permission" && JSON.stringify(content) !== JSON.stringify(base.content);

  async function save(): Promise<void> {
    try {
      const policy = await read(
        api.policies[":kind"][":policyId"].$patch({
          param: { kind, policyId: id },
          header: { "if-match": base.etag },
          json: { name, description: draft.description.trim(), content },
        }),
      );
      queryClient.setQueryData(policyQuery(kind, id).queryKey, policy);
      void queryClient.invalidateQueries({ queryKey: ["policies", kind, "list"] });
      onSaved(policy);
      told(t("admin.policies.saved", { name: policy.name }), policy.effectiveSince);
    } catch (error) {
      if (hasCode(error, "change/stale")) {
        await queryClient.fetchQuery({ ...policyQuery(kind, id), staleTime: 0 });
        onStale();
      }
      throw error;
    }
  }

  return (
    <ImpactDialog
      open={open}
      title={t("admin.policies.save.title", { name })}
      change={rights ? { change: "policy", kind, policyId: id, content } : undefined}
      action={t("admin.policies.save.action", { name })}
      act={save}
      onDone={() => undefined}
      onClose={onClose}
    >
      <DifferenceList before={partsOf(base)} after={draft} nameOf={nameOf} />
      {kind === "setup" && (
        <Text>
          {id === globalPolicyId
            ? t("admin.policies.save.global")
            : t("admin.policies.save.setup", { people: assigned.people, groups: assigned.groups })}
        </Text>
      )}
    </ImpactDialog>
  );
}
