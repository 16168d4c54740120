import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tokens } from "@fluentui/react-components";
import { tags } from "@lezer/highlight";
import { lintTheme } from "./lint-theme.ts";

const popup = {
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusMedium,
  boxShadow: tokens.shadow16,
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
};

const frame = {
  "&": {
    height: "100%",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: tokens.fontFamilyMonospace, lineHeight: tokens.lineHeightBase300 },
  ".cm-content": { caretColor: tokens.colorNeutralForeground1, paddingBlock: tokens.spacingVerticalS },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: tokens.colorNeutralForeground1 },
  ".cm-gutters": {
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
    borderInlineEnd: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // A frame rather than another ground: on that, not every colour of the text would keep its contrast.
  ".cm-activeLine": {
    backgroundColor: "transparent",
    boxShadow: `inset 0 1px ${tokens.colorNeutralStroke3}, inset 0 -1px ${tokens.colorNeutralStroke3}`,
  },
  ".cm-activeLineGutter": {
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    fontWeight: tokens.fontWeightSemibold,
  },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection":
    { backgroundColor: tokens.colorBrandBackground2Pressed },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: tokens.colorStatusDangerBackground2 },
  ".cm-selectionMatch": {
    backgroundColor: "transparent",
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  ".cm-searchMatch": {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground2,
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  ".cm-searchMatch-selected": { backgroundColor: tokens.colorStatusWarningBackground3, color: "black" },
  ".cm-foldPlaceholder": {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    paddingInline: tokens.spacingHorizontalXS,
  },
  ".cm-snippetField": {
    backgroundColor: "transparent",
    outline: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
};

const panels = {
  ".cm-panels": { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground3 },
  ".cm-panels.cm-panels-top": { borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  ".cm-panels.cm-panels-bottom": { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  ".cm-panel.cm-search": {
    padding: tokens.spacingHorizontalS,
    paddingInlineEnd: tokens.spacingHorizontalXXXL,
    fontFamily: tokens.fontFamilyBase,
  },
  ".cm-panel.cm-search label": { fontSize: tokens.fontSizeBase200 },
  ".cm-panel.cm-search [name=close]": {
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase500,
    minWidth: "24px",
    minHeight: "24px",
    insetInlineEnd: tokens.spacingHorizontalS,
  },
  ".cm-textfield": {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    minHeight: "24px",
    maxWidth: "100%",
    boxSizing: "border-box",
  },
  ".cm-button": {
    color: tokens.colorNeutralForeground1,
    backgroundImage: "none",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    minHeight: "24px",
    "&:hover": { color: tokens.colorNeutralForeground1Hover, backgroundColor: tokens.colorNeutralBackground1Hover },
    "&:active": { backgroundImage: "none", backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
};

const popups = {
  ".cm-tooltip": popup,
  ".cm-tooltip .cm-tooltip-section:not(:first-child)": {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  ".cm-tooltip.cm-tooltip-hover": { maxWidth: "min(480px, 90vw)", maxHeight: "50vh", overflow: "auto" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: tokens.fontFamilyMonospace,
    maxHeight: "240px",
    maxWidth: "min(420px, 90vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    lineHeight: tokens.lineHeightBase300,
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  ".cm-completionDetail": {
    marginInlineStart: tokens.spacingHorizontalM,
    fontStyle: "normal",
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  "li[aria-selected] .cm-completionDetail": { color: tokens.colorNeutralForegroundOnBrand },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: tokens.fontWeightBold },
  ".cm-tooltip.cm-completionInfo": { maxWidth: "min(360px, 90vw)", padding: 0 },
  ".parvis-facts": { padding: tokens.spacingHorizontalM, overflowWrap: "anywhere" },
  ".parvis-facts-head": { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: "12px" },
  ".parvis-facts-title": { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  ".parvis-facts-word": { color: tokens.colorNeutralForeground3 },
  ".parvis-facts-text": { marginBlock: tokens.spacingVerticalXS, marginInline: 0 },
  ".parvis-facts-limits": { margin: 0, paddingInlineStart: "18px", color: tokens.colorNeutralForeground2 },
};

/** Shades of the theme that keep enough contrast on the ground of the editor in light, dark and high contrast. */
const highlight = HighlightStyle.define([
  { tag: tags.propertyName, color: tokens.colorPaletteBlueForeground2 },
  { tag: tags.string, color: tokens.colorPaletteGreenForeground1 },
  { tag: [tags.number, tags.bool, tags.null], color: tokens.colorPaletteBerryForeground1 },
  { tag: tags.invalid, color: tokens.colorStatusDangerForeground1 },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: tokens.colorNeutralForeground2 },
]);

/** @param dark tells the browser and the editor's own parts; colours come from the theme of the screen. */
export function editorTheme(dark: boolean): Extension {
  const theme = { ...frame, ...panels, ...popups, ...lintTheme };
  return [EditorView.theme(theme, { dark }), syntaxHighlighting(highlight)];
}
