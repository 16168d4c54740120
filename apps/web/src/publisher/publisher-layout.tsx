import { makeStyles, tokens } from "@fluentui/react-components";
import { Outlet, useLocation } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { narrow } from "../shared/layout/narrow.ts";
import { SectionNav, useCentreStyles } from "../shared/layout/section-nav.tsx";
import { publisherSections } from "./publisher-sections.tsx";

const useStyles = makeStyles({
  page: {
    overflow: "auto",
    minWidth: 0,
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
});

/** The publisher's pages around each of them. */
export function PublisherLayout(): ReactElement {
  const styles = useStyles();
  const centre = useCentreStyles();
  const t = useText();
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <div className={centre.root}>
      <SectionNav label={t("publisher.title")} sections={publisherSections(t)} />
      {/* A page begins at its top: with its address, what scrolls is another one. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section key={path} className={styles.page} tabIndex={0} aria-label={t("publisher.title")}>
        <Outlet />
      </section>
    </div>
  );
}
