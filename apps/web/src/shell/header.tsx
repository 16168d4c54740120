import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { narrow } from "../shared/layout/narrow.ts";
import { useSession } from "../shared/session.ts";
import { HeaderSearch } from "./header-search.tsx";
import { PersonButton } from "./person-button.tsx";
import { ProductMark } from "./product-mark.tsx";
import { ScreenMenus } from "./screen-menus.tsx";

const useStyles = makeStyles({
  header: {
    gridArea: "header",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 480px) minmax(0, 1fr)",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    [narrow]: {
      gridTemplateColumns: "auto minmax(0, 1fr) auto",
      gap: tokens.spacingHorizontalS,
      paddingInline: tokens.spacingHorizontalS,
    },
  },
  home: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    width: "fit-content",
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalXS,
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", [narrow]: { display: "none" } },
  tools: { display: "flex", justifyContent: "end", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** The bar at the top: whose Parvis this is, search, language, theme, person. */
export function Header(): ReactElement {
  const styles = useStyles();
  const { organisation } = useSession();
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.home}>
        <ProductMark />
        <Text weight="semibold" className={styles.name}>
          {organisation.displayName}
        </Text>
      </Link>
      <HeaderSearch />
      <div className={styles.tools}>
        <ScreenMenus />
        <PersonButton />
      </div>
    </header>
  );
}
