import { makeStyles, Text, tokens } from "@fluentui/react-components";
import {
  AppsAddInRegular,
  BookRegular,
  DocumentDismissRegular,
  EditRegular,
  type FluentIcon,
  GlobeRegular,
  PersonArrowRightRegular,
} from "@fluentui/react-icons";
import type { ConsentDescription, PermissionKind } from "@parvis/manifest";
import type { ReactElement, ReactNode } from "react";
import { useIntl } from "react-intl";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { useScopeText } from "./scope-text.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "800px" },
  heading: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  list: {
    listStyleType: "none",
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    "& li": { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  },
  second: { color: tokens.colorNeutralForeground3 },
});

const kinds: readonly [PermissionKind, FluentIcon][] = [
  ["reads", BookRegular],
  ["writes", EditRegular],
  ["acts", PersonArrowRightRegular],
];

interface AskedProps {
  readonly icon: ReactElement;
  readonly title: string;
  /** What is asked, with what stands small below it. */
  readonly lines: readonly { readonly key: string; readonly words: ReactNode; readonly second?: string }[];
}

function Asked({ icon, title, lines }: AskedProps): ReactElement | null {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <section>
      <Heading level={2} size={400} className={styles.heading}>
        {icon}
        {title}
      </Heading>
      <ul className={styles.list}>
        {lines.map(({ key, words, second }) => (
          <li key={key}>
            <Text>{words}</Text>
            {second && (
              <Text size={200} className={styles.second}>
                {second}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

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
      <Asked
        icon={<AppsAddInRegular aria-hidden />}
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
      {kinds.map(([kind, Icon]) => (
        <Asked
          key={kind}
          icon={<Icon aria-hidden />}
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
      <Asked
        icon={<GlobeRegular aria-hidden />}
        title={t("publisher.consent.domains")}
        lines={domains.map((domain, index) => ({ key: `${index} ${domain}`, words: <bdi>{domain}</bdi> }))}
      />
    </div>
  );
}
