import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowDownloadRegular, DeleteRegular, EditRegular } from "@fluentui/react-icons";
import type { Finding } from "@parvis/manifest";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { api, done } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { FindingsList } from "../../shared/findings/findings-list.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { Facts } from "../check/facts.tsx";
import { NextSteps } from "./next-steps.tsx";
import { packageAddress, type Registration } from "./registration-queries.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL, maxWidth: "800px" },
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  who: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalL, flex: "1 1 300px", minWidth: 0 },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

interface ConnectorViewProps {
  readonly registration: Registration;
  readonly onEdit: () => void;
  readonly onDeleted: () => void;
}

/** A registered connector: its id, its package, what comes next, and all that was said about it. */
export function ConnectorView({ registration, onEdit, onDeleted }: ConnectorViewProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const queryClient = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const { connectorId, name, mayEdit, createdBy, createdAt, findings, use } = registration;
  const none = t("publisher.connectors.facts.none");
  const listed = (items: readonly string[]) =>
    items.length === 0 ? none : items.map((item) => <div key={item}>{item}</div>);
  const created = intl.formatDate(createdAt, { dateStyle: "long" });
  return (
    <div className={styles.root}>
      <div className={styles.header}>
        <div className={styles.who}>
          <AppIcon src={registration.logo} size={64} />
          <div className={styles.words}>
            <Heading level={1} size={600}>
              {name}
            </Heading>
            <Text className={styles.quiet}>
              {registration.companyName} ·{" "}
              {createdBy === null
                ? t("publisher.connectors.created", { when: created })
                : t("publisher.connectors.createdBy", { person: createdBy, when: created })}
            </Text>
          </div>
        </div>
        <div className={styles.actions}>
          {mayEdit && (
            <>
              <Button icon={<DeleteRegular />} onClick={() => setDeleting(true)}>
                {t("publisher.connectors.delete")}
              </Button>
              <Button icon={<EditRegular />} onClick={onEdit}>
                {t("publisher.connectors.change")}
              </Button>
            </>
          )}
          <Button
            as="a"
            appearance="primary"
            icon={<ArrowDownloadRegular />}
            href={packageAddress(connectorId)}
            download={registration.packageName}
          >
            {t("publisher.connectors.download", { version: registration.version })}
          </Button>
        </div>
      </div>
      <CopyField label={t("publisher.connectors.id")} value={connectorId} />
      <section className={styles.part}>
        <Heading level={2}>{t("publisher.connectors.next")}</Heading>
        <NextSteps registration={registration} />
      </section>
      <section className={styles.part}>
        <Heading level={2}>{t("publisher.connectors.facts")}</Heading>
        <Text className={styles.text}>{registration.shortDescription}</Text>
        <Text className={styles.text}>{registration.detailedDescription}</Text>
        <Facts
          facts={[
            [t("publisher.connectors.website"), registration.websiteUrl],
            [t("publisher.connectors.page"), registration.configurationUrl],
            [t("publisher.connectors.domains"), listed(registration.validDomains)],
            [t("publisher.connectors.callbacks"), listed(registration.callbackUrls)],
            [
              t("publisher.connectors.actionsUrl"),
              registration.actionsEnabled
                ? (registration.actionsUrl ?? none)
                : t("publisher.connectors.facts.noActions"),
            ],
          ]}
        />
      </section>
      <Accordion collapsible multiple>
        <AccordionItem value="manifest">
          <AccordionHeader as="h2">{t("publisher.connectors.manifest")}</AccordionHeader>
          <AccordionPanel>
            <CopyField label={t("publisher.connectors.manifest")} value={registration.manifest} long />
          </AccordionPanel>
        </AccordionItem>
        {findings.length > 0 && (
          <AccordionItem value="findings">
            <AccordionHeader as="h2">{t("publisher.connectors.findings", { count: findings.length })}</AccordionHeader>
            <AccordionPanel>
              {/* JSON leaves out what is not set, which the client's types cannot say. */}
              <FindingsList findings={findings as readonly Finding[]} />
            </AccordionPanel>
          </AccordionItem>
        )}
      </Accordion>
      <ConfirmDialog
        open={deleting}
        title={t("publisher.connectors.delete.title", { name })}
        action={t("publisher.connectors.delete")}
        doing={t("publisher.connectors.deleting")}
        act={async () => await done(api["connector-registrations"][":connectorId"].$delete({ param: { connectorId } }))}
        onDone={() => {
          notify({ intent: "success", title: t("publisher.connectors.deleted", { name }) });
          void queryClient.invalidateQueries({ queryKey: ["registrations"] });
          onDeleted();
        }}
        onClose={() => setDeleting(false)}
      >
        <Text block>{t("publisher.connectors.delete.lost")}</Text>
        <Text block>
          {use.configurations === 0 && use.app === null
            ? t("publisher.connectors.delete.unused")
            : t("publisher.connectors.delete.used", { count: use.configurations })}
        </Text>
      </ConfirmDialog>
    </div>
  );
}
