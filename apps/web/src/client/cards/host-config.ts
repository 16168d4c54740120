import { tokens } from "@fluentui/react-components";

/** A size of the theme as the number the renderer wants. */
const pixels = { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 } as const;

/** Marked text keeps its colour, on a ground light enough for every colour below. */
const highlightColors = { default: tokens.colorNeutralBackground3, subtle: tokens.colorNeutralBackground3 };

function foreground(color: string, subtle: string) {
  return { default: color, subtle, highlightColors };
}

/**
 * Teams tints the backgrounds of its container styles and keeps the colours of texts; so do we. Each of these colours
 * reaches WCAG AA on each background below, in light, dark and contrast.
 */
const foregroundColors = {
  default: foreground(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  dark: foreground(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  light: foreground(tokens.colorNeutralForeground2, tokens.colorNeutralForeground3),
  accent: foreground(tokens.colorBrandForeground2, tokens.colorBrandForeground2),
  good: foreground(tokens.colorStatusSuccessForeground1, tokens.colorStatusSuccessForeground1),
  warning: foreground(tokens.colorPaletteMarigoldForeground2, tokens.colorPaletteMarigoldForeground2),
  attention: foreground(tokens.colorPaletteRedForeground1, tokens.colorPaletteRedForeground1),
};

function containerStyle(backgroundColor: string) {
  return { backgroundColor, foregroundColors };
}

const fontSizes = pixels;
const fontWeights = { lighter: 400, default: 400, bolder: 600 };

/**
 * How Microsoft Teams shows Adaptive Cards: its spacing, sizes and rules, in the colours and fonts of the theme.
 * Colours are custom properties, so a card follows when the theme is switched, without being rendered again.
 */
export const teamsHostConfig = {
  supportsInteractivity: true,
  choiceSetInputValueSeparator: ",",
  fontFamily: tokens.fontFamilyBase,
  fontTypes: {
    default: { fontFamily: tokens.fontFamilyBase, fontSizes, fontWeights },
    monospace: { fontFamily: tokens.fontFamilyMonospace, fontSizes, fontWeights },
  },
  fontSizes,
  fontWeights,
  lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  imageSet: { imageSize: "medium", maxImageHeight: 100 },
  textStyles: {
    heading: { size: "large", weight: "bolder" },
    columnHeader: { weight: "bolder" },
  },
  textBlock: { headingLevel: 2 },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 16,
  },
  containerStyles: {
    default: containerStyle("transparent"),
    emphasis: containerStyle(tokens.colorNeutralBackground3),
    accent: containerStyle(tokens.colorBrandBackground2),
    good: containerStyle(tokens.colorStatusSuccessBackground1),
    warning: containerStyle(tokens.colorStatusWarningBackground1),
    attention: containerStyle(tokens.colorStatusDangerBackground1),
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" },
  },
  adaptiveCard: { allowCustomStyle: false },
  media: { allowInlinePlayback: true },
} as const;
