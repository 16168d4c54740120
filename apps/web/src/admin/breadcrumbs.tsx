import { Breadcrumb, BreadcrumbDivider, BreadcrumbItem, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { TextLink } from "../shared/layout/text-link.tsx";
import type { PolicyKind } from "./admin-search.ts";

const useStyles = makeStyles({
  root: { marginBlockEnd: tokens.spacingVerticalM, "& ol": { flexWrap: "wrap" } },
  here: { display: "block", maxWidth: "40ch", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

type Crumb =
  | { readonly to: "/admin/apps" | "/admin/approvals" | "/admin/teams" | "/admin/groups" }
  | { readonly to: "/admin/policies/$kind"; readonly kind: PolicyKind };

interface BreadcrumbsProps {
  readonly section: Crumb & { readonly label: string };
  /** The page itself. */
  readonly here: string;
}

/** Where a page of the third level is, and the way up. */
export function Breadcrumbs({ section, here }: BreadcrumbsProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <Breadcrumb className={styles.root} aria-label={t("admin.breadcrumb")}>
      <BreadcrumbItem>
        <TextLink to="/admin">{t("admin.title")}</TextLink>
      </BreadcrumbItem>
      <BreadcrumbDivider />
      <BreadcrumbItem>
        {"kind" in section ? (
          <TextLink to={section.to} params={{ kind: section.kind }}>
            {section.label}
          </TextLink>
        ) : (
          <TextLink to={section.to}>{section.label}</TextLink>
        )}
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
