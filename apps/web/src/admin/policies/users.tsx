import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { globalPolicyId, type Policy } from "./policy-queries.ts";

/** How many people and groups have a policy, and the way to them. Global has everybody else. */
export function Users({ policy }: { policy: Policy }): ReactElement | null {
  const t = useText();
  const { kind, id, assigned } = policy;
  if (id === globalPolicyId) return null;
  const { people, groups } = assigned;
  return (
    <Text size={200}>
      {people + groups === 0 && <>{t("admin.policies.users.nobody")} · </>}
      <TextLink to="/admin/policies/$kind" params={{ kind }} search={{ tab: "people", policy: id }}>
        {t("admin.policies.users.people", { count: people })}
      </TextLink>
      {" · "}
      <TextLink to="/admin/policies/$kind" params={{ kind }} search={{ tab: "groups" }}>
        {t("admin.policies.users.groups", { count: groups })}
      </TextLink>
    </Text>
  );
}
