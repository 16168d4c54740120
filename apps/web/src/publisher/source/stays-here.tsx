import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "start",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    "& svg": { flexShrink: 0, width: "20px", height: "20px" },
  },
});

/** The promise of these pages: nothing is uploaded. A test holds them to it. */
export function StaysHere(): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <Text className={styles.root}>
      <LockClosedRegular aria-hidden />
      {t("publisher.staysHere")}
    </Text>
  );
}
