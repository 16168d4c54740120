import { useRestoreFocusTarget } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import type { AuditRecord } from "./audit-queries.ts";

function RecordLink({ item }: { item: AuditRecord }): ReactElement {
  const restoreFocus = useRestoreFocusTarget();
  return (
    <TextLink
      to="/admin/audit"
      search={(before) => ({ ...before, open: String(item.sequence) })}
      title={item.record.Operation}
      {...restoreFocus}
    >
      {item.record.Operation}
    </TextLink>
  );
}

/** What a record is about, in one line: the app, the setting, or whoever it happened to. */
export function aboutOf({ record }: AuditRecord): string {
  const extra = new Map(record.ExtraProperties?.map(({ Key, Value }) => [Key, Value]));
  return record.AddOnName ?? record.Name ?? extra.get("targetUpn") ?? extra.get("name") ?? extra.get("upn") ?? "";
}

/** Where a record's thing happened: team and channel. */
export function placeOf({ record }: AuditRecord): string {
  return [record.TeamName, record.ChannelName].filter((name) => name !== undefined).join(" › ");
}

export function useAuditColumns(): ListColumn<AuditRecord>[] {
  const t = useText();
  const { formatDate } = useIntl();
  return useMemo(
    () => [
      {
        id: "operation",
        label: t("admin.audit.column.operation"),
        render: (item) => (
          <TwoLines
            first={<RecordLink item={item} />}
            second={`${item.record.UserId}, ${formatDate(item.occurredAt, { dateStyle: "short", timeStyle: "short" })}`}
          />
        ),
        minWidth: 220,
        grow: 2,
        rank: 0,
        control: true,
      },
      {
        id: "time",
        label: t("admin.audit.column.time"),
        render: (item) => (
          <CellText>{formatDate(item.occurredAt, { dateStyle: "medium", timeStyle: "medium" })}</CellText>
        ),
        minWidth: 200,
        rank: 2,
      },
      {
        id: "person",
        label: t("admin.audit.column.person"),
        render: ({ record }) => <CellText>{record.UserId}</CellText>,
        minWidth: 160,
        grow: 2,
        rank: 1,
      },
      {
        id: "about",
        label: t("admin.audit.column.about"),
        render: (item) => <CellText>{aboutOf(item)}</CellText>,
        minWidth: 160,
        grow: 2,
        rank: 3,
      },
      {
        id: "place",
        label: t("admin.audit.column.place"),
        render: (item) => <CellText>{placeOf(item)}</CellText>,
        minWidth: 160,
        grow: 2,
        rank: 4,
      },
      {
        id: "address",
        label: t("admin.audit.column.address"),
        render: ({ record }) => <CellText>{record.ClientIP ?? ""}</CellText>,
        minWidth: 130,
        rank: 5,
        hiddenAtFirst: true,
      },
    ],
    [t, formatDate],
  );
}
