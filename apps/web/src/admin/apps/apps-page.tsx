import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AppsAddInRegular, ArrowUploadRegular, SettingsRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useMemo, useState } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import type { AppsSearch } from "../admin-search.ts";
import { ListPage } from "../list/list-page.tsx";
import { searchChange } from "../search-change.ts";
import { UploadDialog } from "../upload/upload-dialog.tsx";
import { useDialogAddress } from "../use-dialog-address.ts";
import { useAppColumns } from "./app-columns.tsx";
import { AppFilters } from "./app-filters.tsx";
import { BulkBar, mostChosen } from "./bulk-bar.tsx";
import { appCountsQuery, type ManagedApp, useManagedApps } from "./managed-queries.ts";

const route = getRouteApi("/frame/admin/apps");
const byName = { column: "name", descending: false };

/** Manage apps: every app of the organisation, and the way to add one. */
export function AppsPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const query = useManagedApps(search);
  const counts = useQuery(appCountsQuery);
  const [chosen, setChosen] = useState<ReadonlyMap<string, ManagedApp>>(new Map());
  const selection = useMemo(
    () => ({
      ids: new Set(chosen.keys()),
      toggle: (app: ManagedApp) =>
        setChosen((before) => {
          const next = new Map(before);
          if (!next.delete(app.id) && next.size < mostChosen) next.set(app.id, app);
          return next;
        }),
    }),
    [chosen],
  );
  const columns = useAppColumns(selection);
  const [added, setAdded] = useState<string>();

  const change = searchChange<AppsSearch>(navigate);
  const filters = { status: undefined, kind: undefined, availability: undefined, scope: undefined, only: undefined };
  const narrowed = Object.keys(filters).some((word) => search[word as keyof typeof filters] !== undefined);
  const dialog = useDialogAddress(
    search.upload === true,
    () => change({ upload: true }, false),
    () => change({ upload: undefined }),
  );
  const opens = { appearance: "primary", onClick: dialog.open, ...restoreFocus } as const;

  return (
    <>
      <ListPage
        name="apps"
        title={t("admin.section.apps")}
        subtitle={t("admin.apps.subtitle")}
        action={
          <>
            <ButtonLink to="/admin/settings" icon={<SettingsRegular />}>
              {t("admin.apps.orgWide")}
            </ButtonLink>
            <Button {...opens} icon={<ArrowUploadRegular />}>
              {t("admin.apps.upload")}
            </Button>
          </>
        }
        query={query}
        columns={columns}
        idOf={(app) => app.id}
        standardSorting={byName}
        address={search}
        change={change}
        searchLabel={t("admin.apps.search")}
        chips={<AppFilters search={search} onChange={change} />}
        narrowed={narrowed}
        fromServer={{ total: counts.data?.all }}
        bar={
          <BulkBar
            chosen={[...chosen.values()]}
            others={(query.data ?? []).filter(({ id }) => !chosen.has(id))}
            onChoose={(apps) => setChosen(new Map(apps.map((app) => [app.id, app])))}
          />
        }
        onClear={() => change({ search: undefined, ...filters })}
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
          if (search.search === undefined && !narrowed) dialog.close();
          else change({ upload: undefined, search: undefined, ...filters });
          setAdded(app.id);
        }}
      />
    </>
  );
}
