import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ArrowRepeatAllRegular } from "@fluentui/react-icons";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { api, done } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { type DeliveryState, deliveryStates, type Target, targetDeliveriesQuery } from "./target-queries.ts";
import { useTargetText } from "./target-text.ts";

const colors = { pending: "informative", delivered: "success", dead: "danger" } as const;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  tools: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  outdated: { opacity: 0.6 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  what: { flex: "1 1 200px", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface TargetDeliveriesProps {
  readonly configurationId: string;
  readonly target: Target;
  readonly mayConfigure: boolean;
}

/** Cards on their way to a target, delivered, and given up; what was given up is sent again by hand. */
export function TargetDeliveries({ configurationId, target, mayConfigure }: TargetDeliveriesProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const { states } = useTargetText();
  const queryClient = useQueryClient();
  const [state, setState] = useState<DeliveryState>();
  const query = useInfiniteQuery(targetDeliveriesQuery(configurationId, target.id, state));
  const one = api.connectors[":configurationId"].targets[":targetId"];
  const param = { configurationId, targetId: target.id };
  /** One card, or all that were given up. */
  const again = useMutation({
    mutationFn: async (deliveryId: string | undefined) =>
      deliveryId === undefined
        ? await done(one.redeliver.$post({ param }))
        : await done(one.deliveries[":deliveryId"].redeliver.$post({ param: { ...param, deliveryId } })),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ["targets", configurationId] }),
  });
  const may = mayConfigure && target.state === "active" && !again.isPending;
  return (
    <section className={styles.root}>
      <Heading level={3} size={400}>
        {t("client.webhooks.target.cards")}
      </Heading>
      <div className={styles.tools}>
        <FilterChips
          label={t("client.webhooks.target.filter")}
          choices={deliveryStates.map((value) => ({ value, label: states[value] }))}
          value={state}
          onChoose={setState}
        />
        {target.dead > 0 && (
          <Button
            size="small"
            icon={<ArrowRepeatAllRegular />}
            disabledFocusable={!may}
            onClick={() => may && again.mutate(undefined)}
          >
            {t("client.webhooks.target.againAll", { count: target.dead })}
          </Button>
        )}
      </div>
      <ProblemBar error={again.error} />
      <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
        {({ pages }) => {
          const cards = pages.flatMap((page) => page.items);
          if (cards.length === 0) return <Text>{t("client.webhooks.target.noCards")}</Text>;
          return (
            <ul className={mergeClasses(styles.list, query.isPlaceholderData && styles.outdated)}>
              {cards.map((card) => {
                const when = intl.formatDate(card.acceptedAt, { dateStyle: "medium", timeStyle: "medium" });
                return (
                  <li key={card.id} className={styles.row}>
                    <Badge appearance="tint" color={colors[card.state]}>
                      {states[card.state]}
                    </Badge>
                    <div className={styles.what}>
                      <Text block>{card.summary}</Text>
                      <Text block size={200} className={styles.quiet}>
                        {when} · {t("client.webhooks.target.attempts", { count: card.attempts })}
                        {card.answer !== null &&
                          ` · ${[card.status, card.answer].filter((part) => part !== null).join(" ")}`}
                      </Text>
                    </div>
                    {card.state !== "pending" && (
                      <Button
                        size="small"
                        disabledFocusable={!may}
                        aria-label={t("client.webhooks.target.againThis", { card: card.summary })}
                        onClick={() => may && again.mutate(card.id)}
                      >
                        {t("client.webhooks.again")}
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
          );
        }}
      </QueryView>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("client.apps.more")}
        </Button>
      )}
    </section>
  );
}
