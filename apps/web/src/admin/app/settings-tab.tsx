import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { AppDetails } from "../apps/app-queries.ts";
import { CustomizationSetting } from "./customization-setting.tsx";
import { EmbeddingSetting } from "./embedding-setting.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "800px" },
});

/** What can be set for this app alone. */
export function SettingsTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <CustomizationSetting app={app} />
      {app.capabilities.connectors.length > 0 && <EmbeddingSetting app={app} />}
    </div>
  );
}
