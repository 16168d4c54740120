import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { narrow } from "../shared/layout/narrow.ts";

/** One place in the rail: a picture above a word. */
export const useRailStyles = makeStyles({
  item: {
    ...typographyStyles.caption2,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalXXS,
    minHeight: "52px",
    marginInline: tokens.spacingHorizontalXS,
    flexGrow: 0,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusMedium,
    "& svg": { width: "24px", height: "24px" },
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover, color: tokens.colorNeutralForeground2BrandHover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
    [narrow]: { flexGrow: 1, minHeight: "48px" },
  },
  current: {
    color: tokens.colorCompoundBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { outline: "1px solid Highlight" },
  },
});
