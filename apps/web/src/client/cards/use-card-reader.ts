import { type CardReader, expectedActors, type ReadCard } from "@parvis/cards";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Problem } from "../../shared/api/problem.ts";
import { useProblemText } from "../../shared/feedback/problem-text.ts";
import { useText } from "../../shared/language/text.ts";
import { useSession } from "../../shared/session.ts";
import { cardButtonsQuery } from "./card-buttons-query.ts";
import type { CardPlace } from "./card-place.ts";
import { readerSystem } from "./reader-system.ts";

/** What the person before the screen can do with a card's buttons. */
export interface CardUse {
  readonly reader: CardReader;
  /** Why buttons that send answers send none; undefined when they do. */
  readonly notSent: string | undefined;
}

/** @param place undefined where a card is only looked at. */
export function useCardReader(card: ReadCard, place: CardPlace | undefined): CardUse {
  const t = useText();
  const problemText = useProblemText();
  const { person } = useSession();
  const { data } = useQuery({ ...cardButtonsQuery(place?.message.channelId ?? ""), enabled: place !== undefined });
  const hasReceiver = place !== undefined && data?.receivers.includes(place.message.author.configurationId) === true;
  const reader = useMemo(() => ({ system: readerSystem(), hasReceiver }), [hasReceiver]);
  const isExpected = useMemo(() => {
    const expected = expectedActors(card);
    return expected.length === 0 || expected.includes(person.upn.toLowerCase()) || expected.includes(person.id);
  }, [card, person]);

  if (place === undefined) return { reader, notSent: t("client.card.onlyShown") };
  if (data?.refusal) return { reader, notSent: problemText(new Problem(data.refusal)).title };
  return { reader, notSent: isExpected ? undefined : t("client.card.notExpected") };
}
