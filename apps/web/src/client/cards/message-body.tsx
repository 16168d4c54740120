import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReadCard, readStoredCards } from "@parvis/cards";
import { memo, type ReactElement, Suspense, useMemo, useRef } from "react";
import type { Message } from "../../shared/live/live-protocol.ts";
import type { PictureSource } from "./card-place.ts";
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

interface MessageBodyProps {
  readonly body: string;
  readonly summary: string;
  /** The message as it stands in its channel. Without it the cards are only looked at: their buttons send nothing. */
  readonly message?: Message;
  /** Whose pictures they are, where that is not `message`; without either they show none. */
  readonly pictures?: PictureSource | undefined;
}

/** The cards of a message. One that cannot be read shows its summary. */
export const MessageBody = memo(function MessageBody({
  body,
  summary,
  message,
  pictures,
}: MessageBodyProps): ReactElement {
  const styles = useStyles();
  const cards = useCards(body);
  const source = message === undefined ? pictures : { channelId: message.channelId, messageId: message.id };
  if (cards.length === 0) return <Text>{summary}</Text>;
  return (
    <div className={styles.cards}>
      {cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card that gives way to another leaves it its place
        <Suspense key={index} fallback={<Text>{summary}</Text>}>
          <CardView
            card={card}
            summary={summary}
            pictures={source}
            place={message && { message, index }}
            status={message?.statuses.find((status) => status.card === index)}
          />
        </Suspense>
      ))}
    </div>
  );
});
