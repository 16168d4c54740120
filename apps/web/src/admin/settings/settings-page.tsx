import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { AvailabilitySetting } from "./availability-setting.tsx";
import { ConnectorsSetting } from "./connectors-setting.tsx";
import { ConsentRulesSetting } from "./consent-rules-setting.tsx";
import { CustomAppsSetting } from "./custom-apps-setting.tsx";
import { NestedGroupsSetting } from "./nested-groups-setting.tsx";
import { RequestsSetting } from "./requests-setting.tsx";
import { settingsQuery } from "./settings-query.ts";
import { ThirdPartyAppsSetting } from "./third-party-apps-setting.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
});

/** What holds for the whole organisation. Each setting is saved by itself. */
export function SettingsPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useQuery(settingsQuery);
  usePageTitle(t("admin.section.settings"));
  return (
    <>
      <PageHeader title={t("admin.section.settings")} subtitle={t("admin.settings.subtitle")} />
      <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
        {(settings) => (
          <div className={styles.root}>
            <ThirdPartyAppsSetting settings={settings} />
            <CustomAppsSetting settings={settings} />
            <AvailabilitySetting settings={settings} />
            <NestedGroupsSetting settings={settings} />
            <RequestsSetting settings={settings} />
            <ConsentRulesSetting settings={settings} />
            <ConnectorsSetting />
          </div>
        )}
      </QueryView>
    </>
  );
}
