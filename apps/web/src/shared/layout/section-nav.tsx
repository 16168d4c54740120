import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { Link, useLocation } from "@tanstack/react-router";
import { type ReactElement, useEffect, useRef } from "react";
import { narrow } from "./narrow.ts";

export interface Section {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactElement;
  readonly counter?: SectionCounter | undefined;
}

/** How much waits in a section; nothing is shown for none. */
export interface SectionCounter {
  readonly count: number;
  /** The number in words. */
  readonly label: string;
}

const mostCounted = 99;

/** A centre: its sections, and beside or below them the page. */
export const useCentreStyles = makeStyles({
  root: {
    display: "grid",
    height: "100%",
    gridTemplateColumns: "240px minmax(0, 1fr)",
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "auto minmax(0, 1fr)" },
  },
});

const useStyles = makeStyles({
  nav: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    borderInlineEndWidth: tokens.strokeWidthThin,
    borderInlineEndStyle: "solid",
    borderInlineEndColor: tokens.colorNeutralStroke2,
    overflowY: "auto",
    [narrow]: {
      flexDirection: "row",
      overflowX: "auto",
      borderInlineEndStyle: "none",
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: "solid",
      borderBlockEndColor: tokens.colorNeutralStroke2,
      padding: tokens.spacingHorizontalS,
    },
  },
  item: {
    ...typographyStyles.body1,
    position: "relative",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    [narrow]: { whiteSpace: "nowrap" },
    "& svg": { width: "20px", height: "20px", flexShrink: 0 },
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  current: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  counter: {
    ...typographyStyles.caption2Strong,
    marginInlineStart: "auto",
    paddingInline: tokens.spacingHorizontalXS,
    minWidth: tokens.lineHeightBase200,
    lineHeight: tokens.lineHeightBase200,
    boxSizing: "border-box",
    textAlign: "center",
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** Sections of a centre: a list at the left, a row on a phone. The longest address that fits is the current one. */
export function SectionNav({ label, sections }: { label: string; sections: readonly Section[] }): ReactElement {
  const styles = useStyles();
  const path = useLocation({ select: (location) => location.pathname });
  const here = sections
    .filter(({ to }) => path === to || path.startsWith(`${to}/`))
    .reduce<Section | undefined>(
      (best, one) => (best === undefined || one.to.length > best.to.length ? one : best),
      undefined,
    );
  const nav = useRef<HTMLElement>(null);
  // On a phone the row is longer than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one is says which link is marked
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here?.to]);
  return (
    <nav ref={nav} className={styles.nav} aria-label={label}>
      {sections.map((section) => (
        <Link
          key={section.to}
          to={section.to}
          // By itself the router also marks a section whose address the current one begins with.
          activeOptions={{ exact: true }}
          className={mergeClasses(styles.item, section === here && styles.current)}
          aria-current={section === here ? "page" : undefined}
        >
          {section.icon}
          {section.label}
          {section.counter !== undefined && section.counter.count > 0 && (
            <>
              <span className={styles.counter} title={section.counter.label} aria-hidden>
                {section.counter.count > mostCounted ? `${mostCounted}+` : section.counter.count}
              </span>
              <span className={styles.unseen}>{section.counter.label}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}
