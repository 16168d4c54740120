import { makeStaticStyles, tokens } from "@fluentui/react-components";
import { overflowClass } from "./overflow-actions.ts";

const focus = { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" };
const thin = (color: string) => `${tokens.strokeWidthThin} solid ${color}`;
const control = {
  boxSizing: "border-box",
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  borderRadius: tokens.borderRadiusMedium,
} as const;

/** Class of the element that holds what the renderer made. */
export const cardClass = "parvis-card";
/** Class of the words in place of a picture that did not come. */
export const brokenImageClass = "parvis-broken-image";

/** Within a card. */
const of = (selectors: string) => `.${cardClass} :is(${selectors})`;

const fields = "input.ac-input:not([type=checkbox], [type=radio]), select.ac-input, textarea.ac-input";

/** The look of what `adaptivecards` makes; its class names are its interface. */
export const useCardStyles = makeStaticStyles({
  [`.${cardClass}`]: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground1 },
  [of("p")]: { margin: 0 },
  [`.${cardClass} p + p`]: { marginBlockStart: tokens.spacingVerticalS },
  [of("ul, ol")]: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXXL },
  [of("blockquote")]: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStart: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
  [of("pre")]: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: 0 },
  [of("code")]: { fontFamily: tokens.fontFamilyMonospace },
  [of("a")]: { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
  [of("a:hover")]: { textDecorationLine: "none" },
  [of(
    "a:focus-visible, .ac-selectable:focus-visible, .ac-pushButton:focus-visible, .ac-input:focus-visible, .ac-media-playButton:focus-visible",
  )]: focus,
  [of("img")]: { maxWidth: "100%" },
  [`.${cardClass} .ac-factset td`]: { paddingBlockEnd: `${tokens.spacingVerticalXS} !important` },
  [`.${cardClass} .ac-factset td.ac-fact-title`]: { paddingInlineEnd: `${tokens.spacingHorizontalM} !important` },
  [of(".ac-selectable")]: { cursor: "pointer" },
  [of(`.${brokenImageClass}`)]: {
    display: "inline-block",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  [of(`.${brokenImageClass}[hidden]`)]: { display: "none" },

  [of(".ac-pushButton, .ac-pushButton-disabled")]: {
    ...control,
    minHeight: "32px",
    maxWidth: "100%",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    border: thin(tokens.colorNeutralStroke1),
    cursor: "pointer",
    whiteSpace: "normal !important",
    overflowWrap: "anywhere",
    flexShrink: "0 !important",
  },
  [`.${cardClass}[aria-busy=true] .ac-pushButton`]: { cursor: "progress" },
  [of(".ac-pushButton:hover")]: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    color: tokens.colorNeutralForeground1Hover,
  },
  [of(".ac-pushButton:active, .ac-pushButton.expanded")]: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
  // Buttons that do not fit beside each other stand below each other; their words stay whole.
  [of("div:has(> .ac-pushButton), div:has(> .ac-pushButton-disabled)")]: {
    flexWrap: "wrap",
    rowGap: tokens.spacingVerticalS,
  },
  [`${of(".ac-pushButton.expandable")}::after`]: { content: '"▾"', marginInlineStart: tokens.spacingHorizontalS },
  [`${of(".ac-pushButton.expandable.expanded")}::after`]: { content: '"▴"' },
  [of(`.${overflowClass}`)]: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalS,
  },
  [of(".ac-pushButton.style-positive")]: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    borderColor: tokens.colorTransparentStroke,
  },
  [of(".ac-pushButton.style-destructive")]: {
    color: tokens.colorPaletteRedForeground1,
    borderColor: tokens.colorStatusDangerBorder2,
  },
  [`${of(".ac-pushButton, .ac-pushButton-disabled")} > div`]: { whiteSpace: "normal !important" },
  [of(".ac-pushButton:disabled, .ac-pushButton-disabled")]: {
    color: tokens.colorNeutralForegroundDisabled,
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    borderColor: tokens.colorNeutralStrokeDisabled,
    cursor: "not-allowed",
  },

  [of(fields)]: { ...control, width: "100%", minHeight: "32px", border: thin(tokens.colorNeutralStrokeAccessible) },
  [of("textarea.ac-input")]: { minHeight: "72px", resize: "vertical" },
  [of("input[type=checkbox], input[type=radio]")]: {
    width: "16px",
    height: "16px",
    minHeight: 0,
    margin: tokens.spacingHorizontalXS,
    accentColor: tokens.colorCompoundBrandBackground,
  },
  [of(".ac-choiceSetInput-filtered-container")]: { display: "flex", position: "relative", width: "100%" },
  [of(".ac-choiceSetInput-filtered-dropdown")]: {
    display: "none",
    position: "absolute",
    top: "100%",
    width: "100%",
    maxHeight: "200px",
    boxSizing: "border-box",
    overflowY: "auto",
    zIndex: 1,
    cursor: "pointer",
    backgroundColor: tokens.colorNeutralBackground1,
    border: thin(tokens.colorNeutralStroke1),
    boxShadow: tokens.shadow8,
  },
  [of(".ac-choiceSetInput-filtered-dropdown-open")]: { display: "flex", flexDirection: "column" },
  [of(".ac-inlineActionButton")]: {
    ...control,
    minHeight: "32px",
    border: thin(tokens.colorNeutralStroke1),
    cursor: "pointer",
  },
  [of(".ac-inlineActionButton:disabled")]: { color: tokens.colorNeutralForegroundDisabled, cursor: "not-allowed" },

  [of(".ac-media-poster.empty")]: { height: "160px", backgroundColor: tokens.colorNeutralBackground3 },
  [of(".ac-media-playButton")]: {
    width: "56px",
    height: "56px",
    border: thin(tokens.colorNeutralStroke1),
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: "pointer",
  },
  [of(".ac-media-playButton-arrow")]: { color: tokens.colorNeutralForeground1 },
  [of(".ac-media-poster")]: { minHeight: "96px" },
  [of("label")]: { color: tokens.colorNeutralForeground1 },
  [of(".ac-input-required-indicator")]: { color: tokens.colorStatusDangerForeground1 },
  [of(".ac-input-validation-failed")]: { borderColor: `${tokens.colorStatusDangerBorder2} !important` },
  [`.${cardClass} ::placeholder`]: { color: tokens.colorNeutralForeground4 },
});
