import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tokens } from "@fluentui/react-components";
import { tags } from "@lezer/highlight";

/** The editor in the colours of the theme, whichever it is. Deleted and inserted are told apart by more than colour. */
export const diffTheme = EditorView.theme({
  "&": {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
  },
  ".cm-scroller": { fontFamily: tokens.fontFamilyMonospace, lineHeight: tokens.lineHeightBase300 },
  "&.cm-focused": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  ".cm-gutters": {
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    borderInlineEnd: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  ".cm-collapsedLines": {
    color: tokens.colorNeutralForeground2,
    background: tokens.colorNeutralBackground3,
    paddingBlock: tokens.spacingVerticalXXS,
    borderBlock: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  ".cm-collapsedLines::before, .cm-collapsedLines::after": { content: '"⋯"' },
  "&.cm-merge-a .cm-changedLine, .cm-deletedChunk": { backgroundColor: tokens.colorStatusDangerBackground1 },
  "&.cm-merge-b .cm-changedLine, .cm-insertedLine, .cm-inlineChangedLine": {
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  "&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText": {
    background: "none",
    textDecoration: `underline 2px ${tokens.colorStatusDangerForeground1}`,
  },
  "&.cm-merge-b .cm-changedText, .cm-changedText": {
    background: "none",
    textDecoration: `underline 2px ${tokens.colorStatusSuccessForeground1}`,
  },
  "&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter": {
    background: tokens.colorStatusDangerForeground1,
  },
  "&.cm-merge-b .cm-changedLineGutter, .cm-changedLineGutter": {
    background: tokens.colorStatusSuccessForeground1,
  },
});

export const diffColours = HighlightStyle.define([
  { tag: tags.propertyName, color: tokens.colorBrandForeground2 },
  { tag: [tags.number, tags.bool, tags.null], fontWeight: tokens.fontWeightSemibold },
]);
