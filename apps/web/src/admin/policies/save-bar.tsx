import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

const useStyles = makeStyles({
  // Begins at the side where no toast comes.
  root: {
    position: "sticky",
    insetBlockEnd: 0,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
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
      <Button appearance="primary" disabledFocusable={blocked} onClick={onSave}>
        {t("admin.policies.review")}
      </Button>
      <Button onClick={onDiscard}>{t("admin.policies.discard")}</Button>
      <Text role="status">{t("admin.policies.unsaved")}</Text>
    </div>
  );
}
