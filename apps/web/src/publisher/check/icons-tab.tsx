import { makeStyles, tokens } from "@fluentui/react-components";
import { ImageOffRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { CheckResult } from "../engine/check.ts";
import { IconPanel } from "../icons/icon-panel.tsx";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 340px), 1fr))",
    gap: tokens.spacingHorizontalXXL,
    maxWidth: "1040px",
  },
});

/** Both icons, and what is wrong with them. */
export function IconsTab({ result }: { result: CheckResult }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { icons, accentColor, findings } = result;
  if (icons === null) {
    return (
      <StatePanel icon={<ImageOffRegular />} title={t("publisher.icons.none")}>
        {t("publisher.icons.noneHow")}
      </StatePanel>
    );
  }
  return (
    <div className={styles.root}>
      {[icons.color, icons.outline].map((picture) => (
        <IconPanel key={picture.kind} picture={picture} accentColor={accentColor} findings={findings} />
      ))}
    </div>
  );
}
