import { PersonClockRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { FormattedDate, FormattedNumber } from "react-intl";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { RequestsSearch } from "../admin-search.ts";
import type { ListColumn } from "../list/list-column.ts";
import { ListPage } from "../list/list-page.tsx";
import { TwoLines } from "../list/two-lines.tsx";
import { searchChange } from "../search-change.ts";
import { useWaitingApps, type WaitingApp } from "./request-queries.ts";

const route = getRouteApi("/frame/admin/requests");
const mostAsked = { column: "requests", descending: true };

function useColumns(): ListColumn<WaitingApp>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.apps.column.name"),
        render: ({ appId, app }) => (
          <TwoLines
            media={<AppIcon src={app?.icon ?? null} size={32} />}
            first={
              <TextLink to="/admin/apps/$appId" params={{ appId }} search={{ tab: "requests" }}>
                {app?.displayName ?? appId}
              </TextLink>
            }
            second={app?.publisherName}
          />
        ),
        sortKey: ({ app }) => app?.displayName ?? "",
        minWidth: 200,
        grow: 3,
        rank: 0,
        control: true,
      },
      {
        id: "requests",
        label: t("admin.requests.column.requests"),
        render: ({ requests }) => <FormattedNumber value={requests} />,
        sortKey: ({ requests }) => requests,
        minWidth: 96,
        rank: 1,
      },
      {
        id: "newest",
        label: t("admin.requests.column.newest"),
        render: ({ newest }) => <FormattedDate value={newest} dateStyle="medium" timeStyle="short" />,
        sortKey: ({ newest }) => Date.parse(newest),
        minWidth: 160,
        rank: 2,
      },
    ],
    [t],
  );
}

/** Every app that people wait for. */
export function RequestsPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ListPage
      name="requests"
      title={t("admin.section.requests")}
      subtitle={t("admin.requests.subtitle")}
      query={useWaitingApps()}
      columns={useColumns()}
      idOf={({ appId }) => appId}
      standardSorting={mostAsked}
      address={search}
      change={searchChange<RequestsSearch>(navigate)}
      searchLabel={t("admin.apps.search")}
      namesOf={({ app }) => [app?.displayName ?? "", app?.publisherName ?? ""]}
      counted={(count) => t("admin.apps.count", { count })}
      empty={
        <StatePanel icon={<PersonClockRegular />} title={t("admin.requests.empty.title")}>
          {t("admin.requests.empty.text")}
        </StatePanel>
      }
      onOpen={({ appId }) =>
        void navigate({ to: "/admin/apps/$appId", params: { appId }, search: { tab: "requests" } })
      }
    />
  );
}
