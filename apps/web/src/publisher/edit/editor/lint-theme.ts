import { tokens } from "@fluentui/react-components";

/** A wavy line of the text itself: pictures cannot take their colour from the theme. */
const underlined = (color: string) => ({
  backgroundImage: "none",
  textDecorationLine: "underline",
  textDecorationStyle: "wavy",
  textDecorationThickness: "1.5px",
  textDecorationSkipInk: "none",
  textUnderlineOffset: "3px",
  textDecorationColor: color,
});

const bar = (color: string) => ({ borderInlineStart: `${tokens.strokeWidthThicker} solid ${color}` });

/** Signs differ in shape, not in colour alone. */
const sign = (shape: string, color: string) => ({ content: "''", backgroundColor: color, clipPath: shape });
const circle = "circle(50%)";
const triangle = "polygon(50% 4%, 100% 96%, 0 96%)";
const diamond = "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)";

export const lintTheme = {
  ".cm-lintRange-error": underlined(tokens.colorStatusDangerForeground1),
  ".cm-lintRange-warning": underlined(tokens.colorStatusWarningForeground1),
  ".cm-lintRange-hint": underlined(tokens.colorBrandForeground1),
  ".cm-lintRange-active": { backgroundColor: "transparent" },
  ".cm-gutter-lint": { width: "20px" },
  ".cm-gutter-lint .cm-gutterElement": { display: "flex", justifyContent: "center", padding: "4px 0 0" },
  ".cm-gutter-lint .cm-lint-marker": { width: "12px", height: "12px" },
  ".cm-lint-marker-error": sign(circle, tokens.colorStatusDangerForeground1),
  ".cm-lint-marker-warning": sign(triangle, tokens.colorStatusWarningForeground1),
  ".cm-lint-marker-hint": sign(diamond, tokens.colorBrandForeground1),
  ".cm-tooltip-lint": { maxWidth: "min(480px, 90vw)" },
  ".cm-diagnostic": { padding: tokens.spacingHorizontalM, marginInlineStart: 0, overflowWrap: "anywhere" },
  ".cm-diagnostic-error": bar(tokens.colorStatusDangerForeground1),
  ".cm-diagnostic-warning": bar(tokens.colorStatusWarningForeground1),
  ".cm-diagnostic-hint": bar(tokens.colorBrandForeground1),
  ".cm-diagnosticSource": {
    fontSize: tokens.fontSizeBase200,
    opacity: 1,
    color: tokens.colorNeutralForeground3,
  },
  ".cm-diagnosticAction": {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0 0`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    "&:hover": { color: tokens.colorNeutralForeground1Hover, backgroundColor: tokens.colorNeutralBackground1Hover },
  },
};
