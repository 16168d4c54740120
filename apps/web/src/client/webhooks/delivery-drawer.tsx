import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  OverlayDrawer,
  Text,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular, SendRegular } from "@fluentui/react-icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { useIntl } from "react-intl";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useSize } from "../../shared/file-size.ts";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { useNarrow } from "../../shared/layout/narrow.ts";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { MessageBody } from "../cards/message-body.tsx";
import { type DeliveryDetails, deliveryQuery } from "./delivery-queries.ts";
import { prettyBody } from "./pretty-body.ts";
import { useReasonText, VerdictBadge } from "./verdict-badge.tsx";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXL,
    paddingBlock: tokens.spacingVerticalS,
  },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  facts: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, overflowWrap: "anywhere" },
  },
  verdict: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  message: {
    display: "grid",
    gridTemplateColumns: "32px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  footer: { justifyContent: "flex-end" },
});

interface DeliveryDrawerProps {
  readonly configurationId: string;
  readonly deliveryId: string;
  /** As its messages show it. */
  readonly author: { readonly name: string; readonly icon: string | null };
  /** Where its messages are shown; null for none. */
  readonly channelId: string | null;
  readonly mayConfigure: boolean;
  readonly onOpen: (deliveryId: string) => void;
  readonly onClose: () => void;
}

/** One post: what came, what was made of it, what was answered, and sending it again. */
export function DeliveryDrawer(props: DeliveryDrawerProps): ReactElement {
  const { configurationId, deliveryId, mayConfigure, onOpen, onClose } = props;
  const styles = useStyles();
  const t = useText();
  const isNarrow = useNarrow();
  const queryClient = useQueryClient();
  const query = useQuery(deliveryQuery(configurationId, deliveryId));
  const again = useMutation({
    mutationFn: async () =>
      await read(
        api.connectors[":configurationId"].deliveries[":deliveryId"].again.$post({
          param: { configurationId, deliveryId },
        }),
      ),
    onSuccess: (made) => {
      queryClient.setQueryData(deliveryQuery(configurationId, made.id).queryKey, made);
      void queryClient.invalidateQueries({ queryKey: ["deliveries", configurationId] });
      onOpen(made.id);
    },
  });
  return (
    <OverlayDrawer
      open
      position="end"
      size={isNarrow ? "full" : "medium"}
      onOpenChange={(_, data) => !data.open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t("shared.close")} onClick={onClose} />
          }
        >
          {t("client.webhooks.delivery")}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {again.data?.id === deliveryId && (
          <MessageBar intent={again.data.verdict === "accepted" ? "success" : "warning"} role="status">
            <MessageBarBody>
              {again.data.verdict === "accepted"
                ? t("client.webhooks.again.done")
                : t("client.webhooks.again.turnedAway")}
            </MessageBarBody>
          </MessageBar>
        )}
        <QueryView query={query} skeleton={<RowSkeletons rows={4} />}>
          {(delivery) => (
            <Parts delivery={delivery} author={props.author} channelId={props.channelId} onOpen={onOpen} />
          )}
        </QueryView>
        <ProblemBar error={again.error} />
      </DrawerBody>
      {query.data?.maySendAgain === true && (
        <DrawerFooter className={styles.footer}>
          <Button
            appearance="primary"
            icon={<SendRegular />}
            disabledFocusable={again.isPending || !mayConfigure}
            onClick={() => !again.isPending && mayConfigure && again.mutate()}
          >
            {again.isPending ? t("client.webhooks.again.doing") : t("client.webhooks.again")}
          </Button>
        </DrawerFooter>
      )}
    </OverlayDrawer>
  );
}

function Parts({
  delivery,
  author,
  channelId,
  onOpen,
}: {
  delivery: DeliveryDetails;
  author: DeliveryDrawerProps["author"];
  channelId: string | null;
  onOpen: (deliveryId: string) => void;
}): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const size = useSize();
  const reasonText = useReasonText();
  const { verdict, reason, explanation, againOf, sentBy, card, body, answer, summary } = delivery;
  const facts: [name: string, value: ReactNode][] = [
    [t("client.webhooks.delivery.when"), intl.formatDate(delivery.createdAt, { dateStyle: "full", timeStyle: "long" })],
    [t("client.webhooks.delivery.id"), delivery.id],
    [t("client.webhooks.delivery.size"), size(delivery.size)],
  ];
  if (delivery.contentType !== null) facts.push([t("client.webhooks.delivery.type"), delivery.contentType]);
  if (delivery.userAgent !== null) facts.push([t("client.webhooks.delivery.sender"), delivery.userAgent]);
  if (sentBy !== null) facts.push([t("client.webhooks.delivery.sentBy"), sentBy]);
  if (againOf !== null) {
    facts.push([
      t("client.webhooks.delivery.againOf"),
      <Link key="again" as="button" onClick={() => onOpen(againOf)}>
        {t("client.webhooks.delivery.before")}
      </Link>,
    ]);
  }
  facts.push([
    t("client.webhooks.delivery.answer"),
    t("client.webhooks.delivery.answered", { status: String(delivery.status), text: answer.text }),
  ]);
  return (
    <div className={styles.body}>
      <section className={styles.part}>
        <div className={styles.verdict}>
          <VerdictBadge verdict={verdict} />
          {reason !== null && <Text>{reasonText(reason, explanation)}</Text>}
        </div>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
        </dl>
      </section>
      {card !== null && (
        <section className={styles.part}>
          <Heading level={3} size={400}>
            {t(verdict === "accepted" ? "client.webhooks.delivery.shown" : "client.webhooks.delivery.wouldShow")}
          </Heading>
          <div className={styles.message}>
            <AppIcon src={author.icon} size={32} />
            <div>
              <Text block weight="semibold">
                {author.name}
              </Text>
              <MessageBody
                body={card}
                summary={summary ?? ""}
                pictures={
                  verdict === "accepted" && channelId !== null ? { channelId, messageId: delivery.id } : undefined
                }
              />
            </div>
          </div>
        </section>
      )}
      {body === null ? (
        <Text>{t("client.webhooks.delivery.noBody")}</Text>
      ) : (
        <CopyField label={t("client.webhooks.delivery.body")} value={prettyBody(body)} long />
      )}
    </div>
  );
}
