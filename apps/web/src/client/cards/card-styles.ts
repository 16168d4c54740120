import { makeStaticStyles, tokens } from "@fluentui/react-components";

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

const of = (rest: string) =>
  rest
    .split(",")
    .map((part) => `.${cardClass} ${part.trim()}`)
    .join(", ");

/** The look of what `adaptivecards` makes; its class names are its interface. */
export const useCardStyles = makeStaticStyles({
  [`.${cardClass}`]: { overflow: "hidden", overflowWrap: "anywhere", color: tokens.colorNeutralForeground1 },
  [of("p")]: { margin: 0 },
  [of("p + p")]: { marginBlockStart: tokens.spacingVerticalS },
  [of("ul, ol")]: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXXL },
  [of("blockquote")]: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStart: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
  [of("pre")]: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: 0 },
  [of("code")]: { fontFamily: tokens.fontFamilyMonospace },
  [of("a")]: { color: tokens.colorBrandForegroundLink, textDecorationLine: "underline" },
  [of("a:hover")]: { color: tokens.colorBrandForegroundLinkHover },
  [of("a:focus-visible, .ac-selectable:focus-visible, .ac-pushButton:focus-visible, .ac-input:focus-visible")]: focus,
  [of("img")]: { maxWidth: "100%" },
  [of(".ac-factset td")]: { paddingBlockEnd: `${tokens.spacingVerticalXS} !important` },
  [of("td.ac-fact-title")]: { paddingInlineEnd: `${tokens.spacingHorizontalM} !important` },
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
  },
  [of(".ac-pushButton:hover")]: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    color: tokens.colorNeutralForeground1Hover,
  },
  [of(".ac-pushButton:active, .ac-pushButton.expanded")]: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
  [of(".ac-pushButton.style-positive")]: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    borderColor: tokens.colorTransparentStroke,
  },
  [of(".ac-pushButton.style-destructive")]: {
    color: tokens.colorStatusDangerForeground1,
    borderColor: tokens.colorStatusDangerBorder2,
  },
  [of(".ac-pushButton:disabled, .ac-pushButton-disabled")]: {
    color: tokens.colorNeutralForegroundDisabled,
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    borderColor: tokens.colorNeutralStrokeDisabled,
    cursor: "not-allowed",
  },

  [of(".ac-input")]: {
    ...control,
    width: "100%",
    minHeight: "32px",
    border: thin(tokens.colorNeutralStrokeAccessible),
  },
  [of("textarea.ac-input")]: { minHeight: "72px", resize: "vertical" },
  [of(".ac-input-container input[type=checkbox], .ac-input-container input[type=radio]")]: {
    width: "16px",
    height: "16px",
    minHeight: 0,
    margin: tokens.spacingHorizontalXS,
    accentColor: tokens.colorCompoundBrandBackground,
  },
  [of("label")]: { color: tokens.colorNeutralForeground1 },
  [of(".ac-input-required-indicator")]: { color: tokens.colorStatusDangerForeground1 },
  [of(".ac-input-validation-failed")]: { borderColor: tokens.colorStatusDangerBorder2 },
  [of("::placeholder")]: { color: tokens.colorNeutralForeground4 },
});
