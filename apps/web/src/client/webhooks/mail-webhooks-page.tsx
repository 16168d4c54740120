import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { narrow } from "../../shared/layout/narrow.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { MailWebhooks } from "./mail-webhooks.tsx";

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL, [narrow]: { padding: tokens.spacingHorizontalL } },
});

/** A person's own webhooks: their cards come by mail. */
export function MailWebhooksPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  usePageTitle(t("client.webhooks.mail"));
  return (
    <div className={styles.page}>
      <PageHeader title={t("client.webhooks.mail")} subtitle={t("client.webhooks.mail.subtitle")} />
      <MailWebhooks teamId={undefined} />
    </div>
  );
}
