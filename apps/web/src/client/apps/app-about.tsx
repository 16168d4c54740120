import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { useObservable } from "../../shared/observable.ts";
import { ConsentDetails } from "../install/consent-details.tsx";
import { consentQuery } from "../install/consent-query.ts";
import type { AppDetails } from "./app-queries.ts";
import { VersionList } from "./version-list.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  description: { whiteSpace: "pre-line", overflowWrap: "anywhere" },
  links: { display: "flex", flexWrap: "wrap", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}` },
  link: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** An address that a link may lead to; a manifest may hold anything. */
export function webAddress(address: string): string | undefined {
  const url = URL.parse(address);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? url.href : undefined;
}

/** What an app says of itself, what it adds and may do, and whose it is. */
export function AppAbout({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const { data: consent } = useQuery({ ...consentQuery(app.id, useObservable(languageState).language), retry: false });
  const published = intl.formatDate(app.changedAt, { dateStyle: "long" });
  const links = [
    [t("client.app.website"), app.developer.websiteUrl],
    [t("client.app.privacy"), app.developer.privacyUrl],
    [t("client.app.terms"), app.developer.termsOfUseUrl],
  ] as const;
  return (
    <div className={styles.root}>
      <section className={styles.section}>
        <Text weight="semibold" size={400}>
          {app.shortDescription}
        </Text>
        {app.fullDescription !== app.shortDescription && (
          <Text className={styles.description}>{app.fullDescription}</Text>
        )}
      </section>
      {consent && (
        <section className={styles.section}>
          <Heading level={2}>{t("client.app.does")}</Heading>
          <ConsentDetails consent={consent} />
        </section>
      )}
      <VersionList versions={app.versions} />
      <section className={styles.section}>
        <Heading level={2}>{t("client.app.about")}</Heading>
        <Text>
          {t("client.app.published", { version: app.version, when: published, publisher: app.publisherName })}
        </Text>
        <div className={styles.links}>
          {links.map(([label, address]) => {
            const href = webAddress(address);
            return (
              href && (
                <Link key={label} href={href} target="_blank" rel="noopener noreferrer" className={styles.link}>
                  {label}
                  <OpenRegular aria-label={t("client.app.newTab")} />
                </Link>
              )
            );
          })}
        </div>
      </section>
    </div>
  );
}
