import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AppsAddInRegular, ArrowUploadRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { type AppsSearch, appStatuses } from "../admin-search.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { UploadDialog } from "../upload/upload-dialog.tsx";
import { useDialogAddress } from "../use-dialog-address.ts";
import { useAppColumns } from "./app-columns.tsx";
import { useApps } from "./app-queries.ts";

const route = getRouteApi("/frame/admin/apps");
const byName = { column: "name", descending: false };

/** Manage apps: every app of the organisation, and the way to add one. */
export function AppsPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const columns = useAppColumns();
  const query = useApps(search.search);
  const [added, setAdded] = useState<string>();
  usePageTitle(t("admin.section.apps"));

  const change = (next: { [Word in keyof AppsSearch]?: AppsSearch[Word] | undefined }, replace = true) =>
    void navigate({ search: (before) => ({ ...before, ...next }) as AppsSearch, replace });
  const { status } = search;
  const labels = { allowed: t("admin.apps.status.allowed"), blocked: t("admin.apps.status.blocked") };
  const dialog = useDialogAddress(
    search.upload === true,
    () => change({ upload: true }, false),
    () => change({ upload: undefined }),
  );
  const opens = { appearance: "primary", onClick: dialog.open, ...restoreFocus } as const;

  return (
    <>
      <PageHeader
        title={t("admin.section.apps")}
        subtitle={t("admin.apps.subtitle")}
        action={
          <Button {...opens} icon={<ArrowUploadRegular />}>
            {t("admin.apps.upload")}
          </Button>
        }
      />
      <ManagedList
        name="apps"
        label={t("admin.section.apps")}
        query={query}
        columns={columns}
        idOf={(app) => app.id}
        standardSorting={byName}
        address={search}
        onAddress={({ search: words, sort }) => change({ search: words, sort })}
        searchLabel={t("admin.apps.search")}
        chips={
          <FilterChips
            label={t("admin.apps.column.status")}
            choices={appStatuses.map((value) => ({ value, label: labels[value] }))}
            value={status}
            onChoose={(value) => change({ status: value })}
          />
        }
        filter={status === undefined ? undefined : (app) => (app.status === "allowed") === (status === "allowed")}
        onClear={() => change({ search: undefined, status: undefined })}
        counted={(count) => t("admin.apps.count", { count })}
        empty={
          <StatePanel
            icon={<AppsAddInRegular />}
            title={t("admin.apps.empty.title")}
            actions={<Button {...opens}>{t("admin.apps.empty.choose")}</Button>}
          >
            {t("admin.apps.empty.text")}
          </StatePanel>
        }
        onOpen={(app) => void navigate({ to: "/admin/apps/$appId", params: { appId: app.id } })}
        reveal={added}
        onRevealed={() => setAdded(undefined)}
      />
      <UploadDialog
        target={{ kind: "new" }}
        open={search.upload === true}
        onClose={dialog.close}
        onPublished={(app) => {
          // What is searched for may hide it.
          if (search.search === undefined && status === undefined) dialog.close();
          else change({ upload: undefined, search: undefined, status: undefined });
          setAdded(app.id);
        }}
      />
    </>
  );
}
