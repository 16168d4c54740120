import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { KnownApp } from "./known-apps.ts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    flexGrow: 1,
    minWidth: 0,
  },
  texts: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  second: { color: tokens.colorNeutralForeground3 },
});

interface AppRowProps {
  /** How the policy names it. */
  readonly id: string;
  readonly app: KnownApp | undefined;
  /** Absent where nothing can be changed. */
  readonly onRemove?: (() => void) | undefined;
}

/** An app in a list of a policy. */
export function AppRow({ id, app, onRemove }: AppRowProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const name = app?.displayName ?? id;
  return (
    <div className={styles.root}>
      <AppIcon src={app?.icon ?? null} size={32} />
      <span className={styles.texts}>
        <Text>{name}</Text>
        <Text size={200} className={styles.second}>
          {app === undefined ? t("admin.policies.unknownApp") : app.publisherName}
        </Text>
      </span>
      {onRemove && (
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t("admin.policies.removeApp", { name })}
          title={t("admin.policies.removeApp", { name })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
