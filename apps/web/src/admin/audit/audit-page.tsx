import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import {
  ArrowDownloadRegular,
  ArrowUpRegular,
  ClipboardTaskListLtrRegular,
  FilterRegular,
} from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useEffect } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { patiently } from "../../shared/patient-import.ts";
import type { AuditSearch } from "../admin-search.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { searchChange } from "../search-change.ts";
import { settingsQuery } from "../settings/settings-query.ts";
import { useDialogAddress } from "../use-dialog-address.ts";
import { AuditBar } from "./audit-bar.tsx";
import { useAuditColumns } from "./audit-columns.tsx";
import { isFiltered, newestRecordQuery, useAudit } from "./audit-queries.ts";
import { AuditSwitch } from "./audit-switch.tsx";
import { FilterTags } from "./filter-tags.tsx";
import { SavedSearches } from "./saved-searches.tsx";

const RecordDrawer = lazy(patiently(async () => ({ default: (await import("./record-drawer.tsx")).RecordDrawer })));
const FilterDrawer = lazy(patiently(async () => ({ default: (await import("./filter-drawer.tsx")).FilterDrawer })));
const ExportDialog = lazy(patiently(async () => ({ default: (await import("./export-dialog.tsx")).ExportDialog })));
const VerifyDialog = lazy(patiently(async () => ({ default: (await import("./verify-dialog.tsx")).VerifyDialog })));

const route = getRouteApi("/frame/admin/audit");
/** One page. */
const followed = 200;
const newestFirst = { column: "time", descending: true };
const everything = { search: undefined, from: undefined, to: undefined, operations: undefined };
const noFilter = { ...everything, person: undefined, team: undefined, app: undefined } as const;

/** What happened in the organisation: searched, narrowed, looked at, taken along, and checked. */
export function AuditPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const columns = useAuditColumns();
  const query = useAudit(search);
  const settings = useQuery(settingsQuery);
  const restoreFocus = useRestoreFocusTarget();
  usePageTitle(t("admin.section.audit"));

  const change = searchChange<AuditSearch>(route.useNavigate());
  const { open } = search;
  const { data: newest = 0 } = useQuery(newestRecordQuery(search));
  const { data: records = [], outdated, refetch } = query;
  const isBehind = !outdated && newest > (records[0]?.sequence ?? 0);
  // What was scrolled through stays as it is until asked; a list at its beginning follows by itself.
  const follows = records.length <= followed;
  useEffect(() => {
    if (isBehind && follows) void refetch();
  }, [isBehind, follows, refetch]);
  const record = query.data?.find((item) => String(item.sequence) === open);
  const dialog = useDialogAddress(
    open !== undefined,
    () => undefined,
    () => change({ open: undefined }),
  );
  const show = (what: string) => change({ open: what }, false);
  const filtered = isFiltered(search);
  const off = settings.data?.auditEnabled === false;

  return (
    <>
      <PageHeader
        title={t("admin.section.audit")}
        subtitle={t("admin.audit.subtitle")}
        action={
          <Button icon={<ArrowDownloadRegular />} onClick={() => show("export")} {...restoreFocus}>
            {t("admin.audit.export")}
          </Button>
        }
      />
      {off && <AuditSwitch />}
      {isBehind && !follows && (
        <Button appearance="transparent" icon={<ArrowUpRegular />} onClick={() => void refetch()}>
          {t("admin.audit.newer")}
        </Button>
      )}
      <ManagedList
        name="audit"
        label={t("admin.section.audit")}
        query={query}
        columns={columns}
        idOf={(item) => String(item.sequence)}
        standardSorting={newestFirst}
        address={search}
        change={change}
        searchLabel={t("admin.audit.search")}
        chips={
          <AuditBar>
            <Button icon={<FilterRegular />} onClick={() => show("filter")} {...restoreFocus}>
              {t("admin.audit.filter")}
            </Button>
            <SavedSearches search={search} onChoose={(chosen) => change({ ...noFilter, ...chosen }, false)} />
            <Button appearance="subtle" onClick={() => show("verify")} {...restoreFocus}>
              {t("admin.audit.verify")}
            </Button>
            <FilterTags search={search} onChange={change} />
          </AuditBar>
        }
        narrowed={filtered}
        onClear={() => change(noFilter)}
        counted={(count) => t("admin.audit.count", { count })}
        empty={
          <StatePanel icon={<ClipboardTaskListLtrRegular />} title={t("admin.audit.empty.title")}>
            {t(off ? "admin.audit.empty.off" : "admin.audit.empty.on")}
          </StatePanel>
        }
        onOpen={(item) => show(String(item.sequence))}
      />
      <Suspense>
        {record !== undefined && (
          <RecordDrawer
            item={record}
            onClose={dialog.close}
            onNarrow={(next) => change({ ...next, open: undefined })}
          />
        )}
        {open === "filter" && (
          <FilterDrawer
            search={search}
            onClose={dialog.close}
            onApply={(next) => change({ ...next, open: undefined })}
          />
        )}
        {open === "export" && <ExportDialog search={search} onClose={dialog.close} />}
        {open === "verify" && <VerifyDialog onClose={dialog.close} />}
      </Suspense>
    </>
  );
}
