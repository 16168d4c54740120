import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import { lazy, type ReactElement, Suspense } from "react";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { useNarrow } from "../../shared/layout/narrow.ts";
import { useTabInView } from "../../shared/layout/tab-in-view.ts";
import { patiently } from "../../shared/patient-import.ts";
import type { WebhookSearch, WebhookTab } from "../client-search.ts";
import { AddressTab } from "./address-tab.tsx";
import type { Webhook, WebhookActs } from "./webhook.ts";

const DeliveriesTab = lazy(patiently(async () => ({ default: (await import("./deliveries-tab.tsx")).DeliveriesTab })));
const TargetsTab = lazy(patiently(async () => ({ default: (await import("./targets-tab.tsx")).TargetsTab })));
const SettingsTab = lazy(patiently(async () => ({ default: (await import("./settings-tab.tsx")).SettingsTab })));

const useStyles = makeStyles({ tabs: { maxWidth: "100%", overflowX: "auto", flexShrink: 0 } });

interface WebhookTabsProps {
  readonly webhook: Webhook;
  readonly acts: WebhookActs;
  readonly mayConfigure: boolean;
  /** Its cards can go to a team's members. */
  readonly inTeam: boolean;
  readonly search: WebhookSearch;
  readonly onSearch: (next: WebhookSearch) => void;
}

/** All there is to a webhook, a tab each. */
export function WebhookTabs(props: WebhookTabsProps): ReactElement {
  const { webhook, acts, mayConfigure, search, onSearch } = props;
  const styles = useStyles();
  const t = useText();
  const isNarrow = useNarrow();
  const { tab = "address" } = search;
  const tabs = useTabInView(tab);

  function content(): ReactElement {
    switch (tab) {
      case "deliveries":
        return <DeliveriesTab webhook={webhook} mayConfigure={mayConfigure} search={search} onSearch={onSearch} />;
      case "targets":
        return (
          <TargetsTab
            configurationId={webhook.id}
            inTeam={props.inTeam}
            inChannel={webhook.channelId !== null}
            mayConfigure={mayConfigure}
            open={search.target}
            onOpen={(target) => onSearch({ tab, ...(target === undefined ? {} : { target }) })}
          />
        );
      case "settings":
        return <SettingsTab webhook={webhook} acts={acts} mayConfigure={mayConfigure} />;
      default:
        return <AddressTab webhook={webhook} acts={acts} mayConfigure={mayConfigure} />;
    }
  }

  return (
    <>
      <TabList
        ref={tabs}
        className={styles.tabs}
        size={isNarrow ? "small" : "medium"}
        selectedValue={tab}
        onTabSelect={(_, { value }) =>
          onSearch(value === "address" ? {} : { tab: value as Exclude<WebhookTab, "address"> })
        }
      >
        <Tab value="address">{t("client.webhooks.tab.address")}</Tab>
        <Tab value="deliveries">{t("client.webhooks.tab.deliveries")}</Tab>
        <Tab value="targets">{t("client.webhooks.tab.targets")}</Tab>
        <Tab value="settings">{t("client.webhooks.tab.settings")}</Tab>
      </TabList>
      <Suspense fallback={<RowSkeletons rows={3} />}>{content()}</Suspense>
    </>
  );
}
