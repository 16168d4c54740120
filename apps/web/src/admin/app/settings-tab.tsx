import { makeStyles, tokens } from "@fluentui/react-components";
import { OptionsRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { AppDetails } from "../apps/app-queries.ts";
import { EmbeddingSetting } from "./embedding-setting.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "800px" },
});

/** What can be set for this app alone. */
export function SettingsTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  if (app.capabilities.connectors.length === 0) {
    return (
      <StatePanel icon={<OptionsRegular />} title={t("admin.app.settings.none.title")}>
        {t("admin.app.settings.none.text")}
      </StatePanel>
    );
  }
  return (
    <div className={styles.root}>
      <EmbeddingSetting app={app} />
    </div>
  );
}
