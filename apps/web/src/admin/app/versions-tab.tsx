import {
  Badge,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import type { AppDetails } from "../apps/app-queries.ts";

/** The server keeps all and tells the newest. */
const mostTold = 50;

const useStyles = makeStyles({
  root: { maxWidth: "800px" },
  version: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  cell: { overflowWrap: "anywhere", paddingBlock: tokens.spacingVerticalS },
  more: { display: "block", marginBlockStart: tokens.spacingVerticalM, color: tokens.colorNeutralForeground3 },
});

/** Which versions were published, when and by whom. */
export function VersionsTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      <Table aria-label={t("admin.app.tab.versions")}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t("admin.apps.column.version")}</TableHeaderCell>
            <TableHeaderCell>{t("admin.app.versions.published")}</TableHeaderCell>
            <TableHeaderCell>{t("admin.app.versions.by")}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {app.versions.map(({ version, publishedAt, publishedBy }, index) => (
            <TableRow key={version}>
              <TableCell className={styles.cell}>
                <span className={styles.version}>
                  <Text weight={index === 0 ? "semibold" : "regular"}>{version}</Text>
                  {index === 0 && (
                    <Badge appearance="tint" color="brand">
                      {t("admin.app.versions.current")}
                    </Badge>
                  )}
                </span>
              </TableCell>
              <TableCell className={styles.cell}>
                <FormattedDate value={publishedAt} dateStyle="medium" timeStyle="short" />
              </TableCell>
              <TableCell className={styles.cell}>{publishedBy ?? t("admin.app.versions.nobody")}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {app.versions.length >= mostTold && (
        <Text size={200} className={styles.more}>
          {t("admin.app.versions.older", { count: mostTold })}
        </Text>
      )}
    </div>
  );
}
