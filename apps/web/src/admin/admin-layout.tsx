import { makeStyles, tokens } from "@fluentui/react-components";
import { ShieldProhibitedRegular } from "@fluentui/react-icons";
import { Outlet } from "@tanstack/react-router";
import { type ReactElement, useRef } from "react";
import { StatePanel } from "../shared/feedback/state-panel.tsx";
import { useText } from "../shared/language/text.ts";
import { narrow } from "../shared/layout/narrow.ts";
import { SectionNav, useCentreStyles } from "../shared/layout/section-nav.tsx";
import { useSession } from "../shared/session.ts";
import { adminSections } from "./admin-sections.tsx";
import { PageScroll } from "./page-scroll.ts";
import { useAdminCounts } from "./use-admin-counts.ts";
import { usePageMoves } from "./use-page-moves.ts";

const useStyles = makeStyles({
  page: { overflow: "auto", minWidth: 0 },
  // Not on what scrolls: headers that stay at the top would leave a gap above them.
  inside: {
    boxSizing: "border-box",
    minHeight: "100%",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
});

/** The admin centre around its pages. */
export function AdminLayout(): ReactElement {
  const styles = useStyles();
  const centre = useCentreStyles();
  const t = useText();
  const { administrator } = useSession();
  const counts = useAdminCounts(administrator);
  const page = useRef<HTMLElement>(null);
  usePageMoves(page);
  if (!administrator) {
    return (
      <StatePanel level={1} icon={<ShieldProhibitedRegular />} title={t("admin.notForYou.title")}>
        {t("admin.notForYou.text")}
      </StatePanel>
    );
  }
  return (
    <div className={centre.root}>
      <SectionNav label={t("admin.title")} sections={adminSections(t, counts)} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={page} className={styles.page} tabIndex={0} aria-label={t("admin.title")}>
        <div className={styles.inside}>
          <PageScroll value={page}>
            <Outlet />
          </PageScroll>
        </div>
      </section>
    </div>
  );
}
