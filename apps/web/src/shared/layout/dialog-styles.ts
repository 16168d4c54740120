import { makeStyles, tokens } from "@fluentui/react-components";

/** Consent and configuration are dialogs of one shape. */
export const useDialogStyles = makeStyles({
  surface: { maxWidth: "640px", width: "calc(100% - 16px)" },
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
    // What is too long scrolls; message bars would otherwise be pressed together, with their words outside.
    "& > *": { flexShrink: 0 },
  },
});
