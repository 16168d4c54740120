import { Breadcrumb, BreadcrumbDivider, BreadcrumbItem, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";

const useStyles = makeStyles({
  root: { marginBlockEnd: tokens.spacingVerticalM, "& ol": { flexWrap: "wrap" } },
  here: { display: "block", maxWidth: "40ch", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** Where a connector's page is, and the way up. */
export function ConnectorTrail({ here }: { here: string }): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <Breadcrumb className={styles.root} aria-label={t("publisher.connectors.trail")}>
      <BreadcrumbItem>
        <TextLink to="/publisher/connectors">{t("publisher.section.connectors")}</TextLink>
      </BreadcrumbItem>
      <BreadcrumbDivider />
      <BreadcrumbItem>
        <Text weight="semibold" className={styles.here} title={here} aria-current="page">
          {here}
        </Text>
      </BreadcrumbItem>
    </Breadcrumb>
  );
}
