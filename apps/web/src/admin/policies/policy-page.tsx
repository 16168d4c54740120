import { ShieldTaskRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { hasCode } from "../../shared/api/problem.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import type { PolicyKind } from "../admin-search.ts";
import { PolicyEditor } from "./policy-editor.tsx";
import { policyQuery } from "./policy-queries.ts";

const route = getRouteApi("/frame/admin/policies/$kind/$policyId");

/** One policy: what it says, and the way to change it. */
export function PolicyPage(): ReactElement {
  const t = useText();
  const { kind: given, policyId } = route.useParams();
  const kind = given as PolicyKind;
  const query = useQuery(policyQuery(kind, policyId));
  usePageTitle(query.data?.name ?? t("admin.policies.policy"));
  if (hasCode(query.error, "policy/not-found")) {
    return (
      <StatePanel
        level={1}
        icon={<ShieldTaskRegular />}
        title={t("problem.policy/not-found")}
        actions={
          <ButtonLink to="/admin/policies/$kind" params={{ kind }}>
            {t("admin.policies.tab.policies")}
          </ButtonLink>
        }
      >
        {t("admin.policies.gone")}
      </StatePanel>
    );
  }
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
      {(policy) => <PolicyEditor key={policy.id} latest={policy} />}
    </QueryView>
  );
}
