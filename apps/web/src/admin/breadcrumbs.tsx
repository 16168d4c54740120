import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { TextLink } from "../shared/layout/text-link.tsx";
import { Trail } from "../shared/layout/trail.tsx";
import type { PolicyKind } from "./admin-search.ts";

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
  const t = useText();
  const up =
    "kind" in section ? (
      <TextLink key="section" to={section.to} params={{ kind: section.kind }}>
        {section.label}
      </TextLink>
    ) : (
      <TextLink key="section" to={section.to}>
        {section.label}
      </TextLink>
    );
  return (
    <Trail
      label={t("admin.breadcrumb")}
      above={[
        <TextLink key="admin" to="/admin">
          {t("admin.title")}
        </TextLink>,
        up,
      ]}
      here={here}
    />
  );
}
