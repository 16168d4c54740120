import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { AppDetails } from "./app-queries.ts";

const shownAtFirst = 5;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, alignItems: "start" },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    width: "100%",
  },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalXS,
  },
  version: { minWidth: "80px", overflowWrap: "anywhere" },
  second: { color: tokens.colorNeutralForeground3 },
});

/** What was published of an app, newest first. */
export function VersionList({ versions }: { versions: AppDetails["versions"] }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const [all, setAll] = useState(false);
  if (versions.length === 0) return null;
  const shown = all ? versions : versions.slice(0, shownAtFirst);
  return (
    <section className={styles.root}>
      <Heading level={2}>{t("client.apps.versions.title")}</Heading>
      <ul className={styles.list}>
        {shown.map(({ version, publishedAt, publishedBy }, index) => {
          const when = formatDate(publishedAt, { dateStyle: "long" });
          return (
            <li key={`${version} ${publishedAt}`} className={styles.row}>
              <Text weight="semibold" className={styles.version}>
                {version}
              </Text>
              {index === 0 && (
                <Badge appearance="tint" color="success">
                  {t("client.apps.versions.newest")}
                </Badge>
              )}
              <Text className={styles.second}>
                {publishedBy === null
                  ? t("client.apps.versions.published", { when })
                  : t("client.apps.versions.publishedBy", { when, person: publishedBy })}
              </Text>
            </li>
          );
        })}
      </ul>
      {shown.length < versions.length && (
        <Button onClick={() => setAll(true)}>{t("client.apps.versions.all", { count: versions.length })}</Button>
      )}
    </section>
  );
}
