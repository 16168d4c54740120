import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

const useStyles = makeStyles({
  root: {
    position: "sticky",
    insetBlockEnd: 0,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "flex-end",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  text: { flexGrow: 1 },
});

interface SaveBarProps {
  /** What is there cannot be saved. */
  readonly blocked: boolean;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

/** At the foot of a page with changes that are not saved. */
export function SaveBar({ blocked, onDiscard, onSave }: SaveBarProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      <Text className={styles.text} role="status">
        {t("admin.policies.unsaved")}
      </Text>
      <Button onClick={onDiscard}>{t("admin.policies.discard")}</Button>
      <Button appearance="primary" disabledFocusable={blocked} onClick={onSave}>
        {t("admin.policies.review")}
      </Button>
    </div>
  );
}
