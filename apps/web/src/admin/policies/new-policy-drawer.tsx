import { Text } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";
import type { PolicyKind } from "../admin-search.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { NameFields } from "../name-fields.tsx";
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
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: async () =>
      await read(
        api.policies[":kind"].$post({
          param: { kind },
          json: { name: name.trim(), description: description.trim() },
        }),
      ),
    onSuccess: async (policy) => {
      queryClient.setQueryData(["policies", kind, policy.id], policy);
      await queryClient.invalidateQueries({ queryKey: ["policies", kind, "list"] });
      notify({ intent: "success", title: t("admin.policies.created", { name: policy.name }) });
      onCreated(policy);
    },
  });
  const taken = hasCode(save.error, "policy/name-taken");
  const missing = tried && name.trim() === "";
  return (
    <FormDrawer
      open={open}
      title={t("admin.policies.add")}
      action={t("admin.policies.create")}
      pending={save.isPending}
      error={taken ? null : save.error}
      onSubmit={() => {
        setTried(true);
        if (name.trim() !== "") save.mutate();
      }}
      onClose={onClose}
    >
      <NameFields
        name={name}
        onName={(given) => {
          setName(given);
          save.reset();
        }}
        longestName={128}
        fault={missing ? t("admin.policies.name.missing") : taken ? t("problem.policy/name-taken") : null}
        description={description}
        onDescription={setDescription}
      />
      <Text>{t("admin.policies.add.copies")}</Text>
    </FormDrawer>
  );
}
