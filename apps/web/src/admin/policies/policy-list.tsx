import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { PolicyKind } from "../admin-search.ts";
import { ManagedList } from "../list/managed-list.tsx";
import type { PoliciesAddress } from "./policies-page.tsx";
import { usePolicyColumns } from "./policy-columns.tsx";
import { usePolicies } from "./policy-queries.ts";

const byName = { column: "name", descending: false };

/** Every policy of a kind, Global first. */
export function PolicyList({ kind, address }: { kind: PolicyKind; address: PoliciesAddress }): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { search, change } = address;
  const query = usePolicies(kind, search.search);
  const columns = usePolicyColumns();
  return (
    <ManagedList
      name={`policies-${kind}`}
      label={t("admin.policies.tab.policies")}
      query={query}
      columns={columns}
      idOf={(policy) => policy.id}
      standardSorting={byName}
      address={search}
      change={change}
      searchLabel={t("admin.policies.search")}
      counted={(count) => t("admin.policies.count", { count })}
      empty={<StatePanel title={t("admin.policies.count", { count: 0 })} />}
      onOpen={({ id }) => void navigate({ to: "/admin/policies/$kind/$policyId", params: { kind, policyId: id } })}
    />
  );
}
