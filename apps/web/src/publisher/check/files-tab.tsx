import { makeStyles, tokens } from "@fluentui/react-components";
import { DocumentDismissRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useSize } from "../../shared/file-size.ts";
import { useText } from "../../shared/language/text.ts";
import type { CheckResult } from "../engine/check.ts";

const useStyles = makeStyles({
  table: {
    width: "100%",
    maxWidth: "800px",
    borderCollapse: "collapse",
    "& th, & td": {
      textAlign: "start",
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: "solid",
      borderBlockEndColor: tokens.colorNeutralStroke2,
      overflowWrap: "anywhere",
    },
    "& th": { fontWeight: tokens.fontWeightSemibold },
    "& tr > :last-child": { textAlign: "end" },
    "& tfoot td, & tfoot th": { borderBlockEndStyle: "none" },
  },
  size: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
});

/** What is in the package. A package has a thousand files at most. */
export function FilesTab({ files }: { files: CheckResult["files"] }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const sizeText = useSize();
  if (files.length === 0) {
    return (
      <StatePanel icon={<DocumentDismissRegular />} title={t("publisher.files.none")}>
        {t("publisher.files.noneHow")}
      </StatePanel>
    );
  }
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("publisher.files.name")}</th>
          <th scope="col" className={styles.size}>
            {t("publisher.files.size")}
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ path, size }) => (
          <tr key={path}>
            <td>{path}</td>
            <td className={styles.size}>{sizeText(size)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("publisher.files.total", { count: files.length })}</th>
          <td className={styles.size}>{sizeText(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
