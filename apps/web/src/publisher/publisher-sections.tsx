import { BoxCheckmarkRegular, BranchCompareRegular, CodeRegular, PlugConnectedRegular } from "@fluentui/react-icons";
import type { TextOf } from "../shared/language/text.ts";
import type { Section } from "../shared/layout/section-nav.tsx";

/** The left navigation of the publisher's pages, from top to bottom. */
export function publisherSections(t: TextOf): Section[] {
  return [
    { to: "/publisher", label: t("publisher.section.check"), icon: <BoxCheckmarkRegular /> },
    { to: "/publisher/compare", label: t("publisher.section.compare"), icon: <BranchCompareRegular /> },
    { to: "/publisher/edit", label: t("publisher.section.edit"), icon: <CodeRegular /> },
    { to: "/publisher/connectors", label: t("publisher.section.connectors"), icon: <PlugConnectedRegular /> },
  ];
}
