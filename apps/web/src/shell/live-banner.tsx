import { makeStyles, shorthands, Text, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "../shared/language/text.ts";
import { liveState } from "../shared/live/live.ts";
import { useObservable } from "../shared/observable.ts";

/** A stream that comes back within this long was hardly gone. */
const patienceMilliseconds = 4_000;

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    ...shorthands.borderBottom(tokens.strokeWidthThin, "solid", tokens.colorStatusWarningBorder1),
  },
  icon: { flexShrink: 0, color: tokens.colorStatusWarningForeground3 },
});

/** Says when what is on the screen may be out of date. Made of nothing that would have to be loaded by then. */
export function LiveBanner(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const state = useObservable(liveState);
  const away = state === "lost" || state === "refused";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(away), away ? patienceMilliseconds : 0);
    return () => clearTimeout(timer);
  }, [away]);
  return (
    <div role="status">
      {shown && (
        <div className={styles.root}>
          <WarningRegular className={styles.icon} fontSize={20} aria-hidden />
          <Text>{t("shell.live.lost")}</Text>
        </div>
      )}
    </div>
  );
}
