import { MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { ChoiceFault } from "./source-from-files.ts";

const useStyles = makeStyles({ root: { marginBlockEnd: tokens.spacingVerticalM } });

/** Why what was chosen is not one package. Nothing without a fault. */
export function ChoiceFaultBar({ fault }: { fault: ChoiceFault | undefined }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  if (fault === undefined) return null;
  const words = {
    nothing: t("publisher.choose.nothing"),
    several: t("publisher.choose.several"),
    "too-many": t("publisher.choose.tooMany"),
  };
  return (
    <MessageBar className={styles.root} intent="error" layout="multiline" role="alert">
      <MessageBarBody>{words[fault]}</MessageBarBody>
    </MessageBar>
  );
}
