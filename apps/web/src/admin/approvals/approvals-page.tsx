import { Badge } from "@fluentui/react-components";
import { ClipboardCheckmarkRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { FormattedDate } from "react-intl";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { ApprovalsSearch } from "../admin-search.ts";
import type { ListColumn } from "../list/list-column.ts";
import { ListPage } from "../list/list-page.tsx";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import { searchChange } from "../search-change.ts";
import { type Submission, usePendingSubmissions } from "./submission-queries.ts";

const route = getRouteApi("/frame/admin/approvals/");
const longestFirst = { column: "submitted", descending: false };

function useColumns(): ListColumn<Submission>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.apps.column.name"),
        render: (one) => (
          <TwoLines
            media={<AppIcon src={one.icons.color} size={32} />}
            first={
              <TextLink to="/admin/approvals/$submissionId" params={{ submissionId: one.id }}>
                {one.displayName}
              </TextLink>
            }
            second={one.publisherName}
          />
        ),
        sortKey: (one) => one.displayName,
        minWidth: 200,
        grow: 3,
        rank: 0,
        control: true,
      },
      {
        id: "kind",
        label: t("admin.approvals.column.kind"),
        render: (one) => (
          <Badge appearance="tint" color={one.kind === "new" ? "brand" : "informative"}>
            {one.kind === "new" ? t("admin.approvals.new") : t("admin.approvals.update")}
          </Badge>
        ),
        sortKey: (one) => one.kind,
        minWidth: 104,
        rank: 2,
      },
      {
        id: "version",
        label: t("admin.apps.column.version"),
        render: (one) => <CellText>{one.version}</CellText>,
        sortKey: (one) => one.version,
        minWidth: 80,
        rank: 3,
      },
      {
        id: "by",
        label: t("admin.approvals.column.by"),
        render: (one) => <CellText>{one.submittedBy?.displayName ?? "–"}</CellText>,
        sortKey: (one) => one.submittedBy?.displayName ?? "",
        minWidth: 128,
        rank: 4,
      },
      {
        id: "submitted",
        label: t("admin.approvals.column.submitted"),
        render: (one) => <FormattedDate value={one.submittedAt} dateStyle="medium" timeStyle="short" />,
        sortKey: (one) => Date.parse(one.submittedAt),
        minWidth: 144,
        rank: 1,
      },
    ],
    [t],
  );
}

/** Everything that waits for an administrator to publish or reject it. */
export function ApprovalsPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ListPage
      name="approvals"
      title={t("admin.section.approvals")}
      subtitle={t("admin.approvals.subtitle")}
      query={usePendingSubmissions()}
      columns={useColumns()}
      idOf={({ id }) => id}
      standardSorting={longestFirst}
      address={search}
      change={searchChange<ApprovalsSearch>(navigate)}
      searchLabel={t("admin.apps.search")}
      namesOf={({ displayName, publisherName }) => [displayName, publisherName]}
      counted={(count) => t("admin.approvals.count", { count })}
      empty={
        <StatePanel icon={<ClipboardCheckmarkRegular />} title={t("admin.approvals.empty.title")}>
          {t("admin.approvals.empty.text")}
        </StatePanel>
      }
      onOpen={({ id }) => void navigate({ to: "/admin/approvals/$submissionId", params: { submissionId: id } })}
    />
  );
}
