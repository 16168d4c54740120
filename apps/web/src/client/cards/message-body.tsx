import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReadCard, readStoredCards } from "@parvis/cards";
import { type ReactElement, Suspense, useMemo, useRef } from "react";
import type { Message } from "../../shared/live/live-protocol.ts";
import { CardView } from "./card-view.tsx";

const useStyles = makeStyles({
  cards: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

function read(body: string) {
  try {
    return readStoredCards(body);
  } catch {
    return [];
  }
}

/** The cards of a body; those that are as they were stay the same objects, so that what was filled in there stays too. */
function useCards(body: string): readonly ReadCard[] {
  const before = useRef<readonly ReadCard[]>([]);
  return useMemo(() => {
    const known = new Map(before.current.map((card) => [JSON.stringify(card), card]));
    before.current = read(body).map((card) => known.get(JSON.stringify(card)) ?? card);
    return before.current;
  }, [body]);
}

/** The cards of a message. One that cannot be read shows its summary. */
export function MessageBody({ message }: { message: Message }): ReactElement {
  const styles = useStyles();
  const { body, summary, statuses } = message;
  const cards = useCards(body);
  if (cards.length === 0) return <Text>{summary}</Text>;
  return (
    <div className={styles.cards}>
      {cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card that gives way to another leaves it its place
        <Suspense key={index} fallback={<Text>{summary}</Text>}>
          <CardView
            card={card}
            summary={summary}
            place={{ message, index }}
            status={statuses.find((status) => status.card === index)}
          />
        </Suspense>
      ))}
    </div>
  );
}
