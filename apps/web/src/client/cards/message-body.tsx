import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { readStoredCards } from "@parvis/cards";
import { type ReactElement, Suspense, useMemo } from "react";
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

/** The cards of a message. One that cannot be read shows its summary. */
export function MessageBody({ body, summary }: { body: string; summary: string }): ReactElement {
  const styles = useStyles();
  const cards = useMemo(() => read(body), [body]);
  if (cards.length === 0) return <Text>{summary}</Text>;
  return (
    <div className={styles.cards}>
      {cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a message never change
        <Suspense key={index} fallback={<Text>{summary}</Text>}>
          <CardView card={card} summary={summary} />
        </Suspense>
      ))}
    </div>
  );
}
