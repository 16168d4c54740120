import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { AppsAddInRegular, DocumentDismissRegular, GlobeRegular } from "@fluentui/react-icons";
import type { ConsentDescription } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { AskedList, permissionKinds } from "../../shared/parts/asked-list.tsx";
import { useScopeText } from "./scope-text.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "800px" },
});

/** What people will be asked to agree to when they add the app. */
export function ConsentTab({ consent }: { consent: ConsentDescription | null }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatList } = useIntl();
  const scopeText = useScopeText();
  if (consent === null) {
    return (
      <StatePanel icon={<DocumentDismissRegular />} title={t("publisher.consent.unreadable")}>
        {t("publisher.consent.unreadableHow")}
      </StatePanel>
    );
  }
  const { adds, permissions, domains, usesIdentity } = consent;
  const titles = {
    reads: t("publisher.consent.reads"),
    writes: t("publisher.consent.writes"),
    acts: t("publisher.consent.acts"),
  };
  return (
    <div className={styles.root}>
      <Text>{t("publisher.consent.intro")}</Text>
      <AskedList
        icon={AppsAddInRegular}
        title={t("publisher.consent.adds")}
        lines={adds.map(({ title, details, scopes }, index) => ({
          key: `${index} ${title}`,
          words: title,
          second: [
            ...(scopes.length > 0 ? [t("publisher.consent.scopes", { list: formatList(scopes.map(scopeText)) })] : []),
            ...(details.length > 0 ? [formatList(details)] : []),
          ].join(" · "),
        }))}
      />
      {adds.length === 0 && <Text>{t("publisher.consent.addsNothing")}</Text>}
      {permissionKinds.map(([kind, icon]) => (
        <AskedList
          key={kind}
          icon={icon}
          title={titles[kind]}
          lines={permissions
            .filter((permission) => permission.kind === kind)
            .map(({ id, title, type, source }) => ({
              key: `${id} ${type} ${source}`,
              words: title,
              second: type === "Application" ? `${id} · ${t("publisher.consent.always")}` : id,
            }))}
        />
      ))}
      {permissions.length === 0 && <Text>{t("publisher.consent.asksNothing")}</Text>}
      {usesIdentity && <Text>{t("publisher.consent.identity")}</Text>}
      <AskedList
        icon={GlobeRegular}
        title={t("publisher.consent.domains")}
        lines={domains.map((domain, index) => ({ key: `${index} ${domain}`, words: <bdi>{domain}</bdi> }))}
      />
    </div>
  );
}
