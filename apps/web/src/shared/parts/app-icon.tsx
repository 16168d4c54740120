import { makeStyles, tokens } from "@fluentui/react-components";
import { AppGenericRegular } from "@fluentui/react-icons";
import { type ReactElement, useState } from "react";

const useStyles = makeStyles({
  icon: { borderRadius: tokens.borderRadiusMedium, objectFit: "contain", flexShrink: 0, display: "block" },
  none: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground4,
    "& svg": { width: "60%", height: "60%" },
  },
});

interface AppIconProps {
  /** Address of the picture; null when there is none. */
  readonly src: string | null;
  /** In CSS pixels. */
  readonly size: number;
}

/** An app's picture; beside its name it needs no words of its own. */
export function AppIcon({ src, size }: AppIconProps): ReactElement {
  const styles = useStyles();
  const [broken, setBroken] = useState(false);
  if (src === null || broken) {
    return (
      <span className={styles.none} style={{ width: size, height: size }} aria-hidden>
        <AppGenericRegular />
      </span>
    );
  }
  return <img src={src} alt="" width={size} height={size} className={styles.icon} onError={() => setBroken(true)} />;
}
