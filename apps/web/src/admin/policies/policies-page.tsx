import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { AddRegular, ArrowUploadRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense } from "react";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { patiently } from "../../shared/patient-import.ts";
import { type PoliciesSearch, type PolicyKind, type PolicyTab, policyTabs } from "../admin-search.ts";
import { PageTabs } from "../page-tabs.tsx";
import { type SearchChange, searchChange } from "../search-change.ts";
import { useDialogAddress } from "../use-dialog-address.ts";
import { useOpenings } from "../use-openings.ts";
import { NewPolicyDrawer } from "./new-policy-drawer.tsx";
import { PolicyList } from "./policy-list.tsx";

const route = getRouteApi("/frame/admin/policies/$kind");

// Ranks are dragged, and tables are read, by few.
const GroupRanks = lazy(patiently(async () => ({ default: (await import("./group-ranks.tsx")).GroupRanks })));
const PeopleWithPolicy = lazy(
  patiently(async () => ({ default: (await import("./people-with-policy.tsx")).PeopleWithPolicy })),
);
const FileDialog = lazy(patiently(async () => ({ default: (await import("./file-dialog.tsx")).FileDialog })));

const useStyles = makeStyles({
  acts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What a page of policies keeps in its address, and the way to change it. */
export interface PoliciesAddress {
  readonly search: PoliciesSearch;
  readonly change: SearchChange<PoliciesSearch>;
}

/** Policies of a kind, and who has which. */
export function PoliciesPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const kind = route.useParams().kind as PolicyKind;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const { tab = "policies", open } = search;
  const title = kind === "permission" ? t("admin.section.permissionPolicies") : t("admin.section.setupPolicies");
  usePageTitle(title);

  const change = searchChange<PoliciesSearch>(navigate);
  const adding = tab === "policies" ? "new" : "assign";
  const dialog = useDialogAddress(
    open === adding,
    () => change({ open: adding }, false),
    () => change({ open: undefined }),
  );
  const file = useDialogAddress(
    open === "file",
    () => change({ open: "file" }, false),
    () => change({ open: undefined }),
  );
  const openings = useOpenings(open !== undefined);
  const labels: Record<PolicyTab, string> = {
    policies: t("admin.policies.tab.policies"),
    groups: t("admin.policies.tab.groups"),
    people: t("admin.policies.tab.people"),
  };
  const actions: Record<PolicyTab, string> = {
    policies: t("admin.policies.add"),
    groups: t("admin.policies.assign.group"),
    people: t("admin.policies.assign.people"),
  };
  const address = { search, change };
  const assigning = { kind, address, isOpen: open === "assign", openings, onClose: dialog.close };
  return (
    <>
      <PageHeader
        title={title}
        subtitle={kind === "permission" ? t("admin.policies.permission.subtitle") : t("admin.policies.setup.subtitle")}
        action={
          <div className={styles.acts}>
            {tab !== "policies" && (
              <Button icon={<ArrowUploadRegular />} onClick={file.open} {...restoreFocus}>
                {t("admin.policies.file.open")}
              </Button>
            )}
            <Button appearance="primary" icon={<AddRegular />} onClick={dialog.open} {...restoreFocus}>
              {actions[tab]}
            </Button>
          </div>
        }
      />
      <PageTabs
        tabs={policyTabs}
        labels={labels}
        value={tab}
        onChoose={(value) => void navigate({ search: value === "policies" ? {} : { tab: value }, replace: true })}
      >
        <Suspense fallback={<RowSkeletons rows={6} />}>
          {tab === "policies" && <PolicyList key={kind} kind={kind} address={address} />}
          {tab === "groups" && <GroupRanks key={kind} {...assigning} />}
          {tab === "people" && <PeopleWithPolicy key={kind} {...assigning} />}
        </Suspense>
      </PageTabs>
      <NewPolicyDrawer
        key={`new ${openings}`}
        kind={kind}
        open={open === "new" && tab === "policies"}
        onClose={dialog.close}
        onCreated={(policy) =>
          void navigate({
            to: "/admin/policies/$kind/$policyId",
            params: { kind, policyId: policy.id },
            replace: true,
          })
        }
      />
      {open === "file" && (
        <Suspense>
          <FileDialog key={`file ${openings}`} kind={kind} onClose={file.close} />
        </Suspense>
      )}
    </>
  );
}
