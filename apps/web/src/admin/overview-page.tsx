import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { PageHeader } from "../shared/layout/page-header.tsx";
import { usePageTitle } from "../shared/layout/page-title.ts";
import { useSession } from "../shared/session.ts";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, overflowWrap: "anywhere" },
  },
});

/** The organisation at a glance. */
export function OverviewPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { organisation } = useSession();
  usePageTitle(t("admin.overview.title"));
  const facts = [
    [t("admin.overview.name"), organisation.displayName],
    [t("admin.overview.domain"), organisation.domain],
    [t("admin.overview.cloud"), organisation.cloud],
    [t("admin.overview.id"), organisation.id],
  ] as const;
  return (
    <>
      <PageHeader title={t("admin.overview.title")} />
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>
              <Text>{name}</Text>
            </dt>
            <dd>
              <Text>{value}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
