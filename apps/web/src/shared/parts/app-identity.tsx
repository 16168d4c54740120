import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { AppIcon } from "./app-icon.tsx";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, minWidth: 0 },
  texts: { minWidth: 0, overflowWrap: "anywhere" },
  second: { color: tokens.colorNeutralForeground3 },
});

interface AppIdentityProps {
  readonly icon: string | null;
  readonly name: string;
  /** Whose it is, or what it belongs to. */
  readonly second?: string;
  readonly size?: number;
  /** On top of a dialog, where it is the heading. */
  readonly heading?: boolean;
}

/** An app as it stands in lists and on top of dialogs: picture, name, publisher. */
export function AppIdentity({ icon, name, second, size = 40, heading = false }: AppIdentityProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <AppIcon src={icon} size={size} />
      <div className={styles.texts}>
        <Text block weight="semibold" size={heading ? 500 : 300}>
          {name}
        </Text>
        {second && (
          <Text block size={200} className={styles.second}>
            {second}
          </Text>
        )}
      </div>
    </div>
  );
}
