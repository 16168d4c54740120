import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { AppDetails } from "../apps/app-queries.ts";
import { AppStatus } from "../apps/app-status.tsx";
import { UploadDialog } from "../upload/upload-dialog.tsx";
import { ChangeStatus } from "./change-status.tsx";
import { DeleteApp } from "./delete-app.tsx";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    marginBlockEnd: tokens.spacingVerticalL,
  },
  app: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    flex: "1 1 320px",
    minWidth: 0,
  },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Which app this is, how it stands with it, and what can be done. */
export function AppHeader({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const restoreFocus = useRestoreFocusTarget();
  const [updating, setUpdating] = useState(false);
  return (
    <div className={styles.root}>
      <div className={styles.app}>
        <AppIcon src={app.icons.color} size={64} />
        <div className={styles.words}>
          <Heading level={1} size={600}>
            {app.displayName}
          </Heading>
          <div className={styles.line}>
            <Text>{app.publisherName}</Text>
            <Text>{t("admin.app.version", { version: app.version })}</Text>
            <AppStatus status={app.status} />
          </div>
        </div>
      </div>
      <div className={styles.actions}>
        <DeleteApp app={app} />
        <ChangeStatus app={app} />
        <Button appearance="primary" icon={<ArrowUploadRegular />} onClick={() => setUpdating(true)} {...restoreFocus}>
          {t("admin.app.update")}
        </Button>
      </div>
      <UploadDialog
        target={{ kind: "update", app }}
        open={updating}
        onClose={() => setUpdating(false)}
        onPublished={() => setUpdating(false)}
      />
    </div>
  );
}
