import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { CopyButton } from "../../shared/parts/copy-button.tsx";
import { distributionText } from "../apps/app-columns.tsx";
import type { AppDetails } from "../apps/app-queries.ts";
import { capabilityTexts } from "./capability-texts.ts";
import { Fact, Facts } from "./facts.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL, maxWidth: "800px" },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  description: { whiteSpace: "pre-line", overflowWrap: "anywhere" },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  value: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** An address of the publisher's. Only pages are linked: a manifest may hold any text. */
function OutsideLink({ href }: { href: string }): ReactElement {
  const t = useText();
  if (href === "") return <Text>{t("admin.app.about.notGiven")}</Text>;
  if (!/^https?:\/\//i.test(href)) return <Text>{href}</Text>;
  return (
    <Link href={href} target="_blank" rel="noreferrer">
      {href}
    </Link>
  );
}

/** A value with a button that copies it. */
function CopyValue({ value, label }: { value: string; label: string }): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.value}>
      {value}
      <CopyButton size="small" appearance="subtle" iconOnly text={() => value} label={label} />
    </span>
  );
}

/** What the publisher says about the app, and what it is made of. */
export function AboutTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const capabilities = capabilityTexts(app.capabilities, t);
  return (
    <div className={styles.root}>
      <section className={styles.section}>
        <Heading level={2} size={400}>
          {t("admin.app.about.description")}
        </Heading>
        <Text weight="semibold" className={styles.description}>
          {app.shortDescription}
        </Text>
        <Text className={styles.description}>{app.fullDescription}</Text>
      </section>
      <section className={styles.section}>
        <Heading level={2} size={400}>
          {t("admin.app.about.capabilities")}
        </Heading>
        {capabilities.length === 0 ? (
          <Text>{t("admin.app.about.noCapabilities")}</Text>
        ) : (
          <ul className={styles.list}>
            {capabilities.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </section>
      <section className={styles.section}>
        <Heading level={2} size={400}>
          {t("admin.app.about.publisher")}
        </Heading>
        <Facts>
          <Fact name={t("admin.apps.column.name")}>{app.publisherName}</Fact>
          <Fact name={t("admin.app.about.website")}>
            <OutsideLink href={app.developer.websiteUrl} />
          </Fact>
          <Fact name={t("admin.app.about.privacy")}>
            <OutsideLink href={app.developer.privacyUrl} />
          </Fact>
          <Fact name={t("admin.app.about.terms")}>
            <OutsideLink href={app.developer.termsOfUseUrl} />
          </Fact>
        </Facts>
      </section>
      <section className={styles.section}>
        <Heading level={2} size={400}>
          {t("admin.app.about.details")}
        </Heading>
        <Facts>
          <Fact name={t("admin.apps.column.distribution")}>{distributionText(t, app)}</Fact>
          <Fact name={t("admin.apps.column.created")}>
            <FormattedDate value={app.createdAt} dateStyle="long" timeStyle="short" />
          </Fact>
          <Fact name={t("admin.apps.column.changed")}>
            <FormattedDate value={app.changedAt} dateStyle="long" timeStyle="short" />
          </Fact>
          <Fact name={t("admin.app.about.manifestVersion")}>{app.manifestVersion}</Fact>
          <Fact name={t("admin.apps.column.externalId")}>
            <CopyValue value={app.externalId} label={t("admin.app.about.copyExternalId")} />
          </Fact>
          <Fact name={t("admin.app.about.id")}>
            <CopyValue value={app.id} label={t("admin.app.about.copyId")} />
          </Fact>
        </Facts>
      </section>
    </div>
  );
}
