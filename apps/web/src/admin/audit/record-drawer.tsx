import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { useNarrow } from "../../shared/layout/narrow.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import type { AuditSearch } from "../admin-search.ts";
import { Fact, Facts } from "../app/facts.tsx";
import { placeOf } from "./audit-columns.tsx";
import type { AuditRecord } from "./audit-queries.ts";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  title: { overflowWrap: "anywhere" },
  more: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface RecordDrawerProps {
  readonly item: AuditRecord;
  readonly onClose: () => void;
  /** Shows what else there is of the same person, app or team. */
  readonly onNarrow: (filter: Partial<AuditSearch>) => void;
}

/** One record: what it says, where to go on from it, and the whole of it to copy. */
export function RecordDrawer({ item, onClose, onNarrow }: RecordDrawerProps): ReactElement {
  const t = useText();
  const styles = useStyles();
  const narrow = useNarrow();
  const { record } = item;
  const place = placeOf(item);
  return (
    <OverlayDrawer open position="end" size={narrow ? "full" : "medium"} onOpenChange={onClose}>
      <DrawerHeader>
        <DrawerHeaderTitle
          className={styles.title}
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t("shared.close")} onClick={onClose} />
          }
        >
          {record.Operation}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.body}>
          <Facts>
            <Fact name={t("admin.audit.column.time")}>
              <FormattedDate value={item.occurredAt} dateStyle="full" timeStyle="medium" />
            </Fact>
            <Fact name={t("admin.audit.column.person")}>{record.UserId}</Fact>
            {record.ClientIP !== undefined && <Fact name={t("admin.audit.column.address")}>{record.ClientIP}</Fact>}
            {record.AddOnName !== undefined && <Fact name={t("admin.audit.fact.app")}>{record.AddOnName}</Fact>}
            {place !== "" && <Fact name={t("admin.audit.column.place")}>{place}</Fact>}
            {record.Name !== undefined && <Fact name={t("admin.audit.fact.setting")}>{record.Name}</Fact>}
            {record.OldValue !== undefined && <Fact name={t("admin.audit.fact.before")}>{record.OldValue}</Fact>}
            {record.NewValue !== undefined && <Fact name={t("admin.audit.fact.after")}>{record.NewValue}</Fact>}
            {record.ExtraProperties?.map(({ Key, Value }) => (
              <Fact key={Key} name={Key}>
                {Value}
              </Fact>
            ))}
            <Fact name={t("admin.audit.fact.number")}>{item.sequence}</Fact>
          </Facts>
          <div className={styles.more}>
            <Button size="small" onClick={() => onNarrow({ operations: record.Operation })}>
              {t("admin.audit.more.operation")}
            </Button>
            {record.UserType < 4 && (
              <Button size="small" onClick={() => onNarrow({ person: record.UserId })}>
                {t("admin.audit.more.person")}
              </Button>
            )}
            {record.AddOnGuid !== undefined && (
              <Button size="small" onClick={() => onNarrow({ app: record.AddOnGuid ?? "" })}>
                {t("admin.audit.more.app")}
              </Button>
            )}
            {record.TeamGuid !== undefined && (
              <Button size="small" onClick={() => onNarrow({ team: record.TeamGuid ?? "" })}>
                {t("admin.audit.more.team")}
              </Button>
            )}
          </div>
          <CopyField label={t("admin.audit.record")} value={JSON.stringify(record, null, 2)} long />
        </div>
      </DrawerBody>
    </OverlayDrawer>
  );
}
