import { Text } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { PolicyKind } from "../admin-search.ts";
import { NamedDrawer } from "../named-drawer.tsx";
import type { Policy } from "./policy-queries.ts";

interface NewPolicyDrawerProps {
  readonly kind: PolicyKind;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCreated: (policy: Policy) => void;
}

/** Makes a policy that says what Global says; what it should say is edited next. Mounted anew for each opening. */
export function NewPolicyDrawer({ kind, open, onClose, onCreated }: NewPolicyDrawerProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const [named, setNamed] = useState({ name: "", description: "" });
  const save = useMutation({
    mutationFn: async () =>
      await read(
        api.policies[":kind"].$post({
          param: { kind },
          json: { name: named.name.trim(), description: named.description.trim() },
        }),
      ),
    onSuccess: async (policy) => {
      queryClient.setQueryData(["policies", kind, policy.id], policy);
      await queryClient.invalidateQueries({ queryKey: ["policies", kind, "list"] });
      notify({ intent: "success", title: t("admin.policies.created", { name: policy.name }) });
      onCreated(policy);
    },
  });
  return (
    <NamedDrawer
      open={open}
      title={t("admin.policies.add")}
      action={t("admin.policies.create")}
      value={named}
      onChange={setNamed}
      longestName={128}
      takenCode="policy/name-taken"
      saving={save}
      onClose={onClose}
    >
      <Text>{t("admin.policies.add.copies")}</Text>
    </NamedDrawer>
  );
}
