import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";

export function ComparePage(): ReactElement {
  const t = useText();
  return <PageHeader title={t("publisher.section.compare")} />;
}
