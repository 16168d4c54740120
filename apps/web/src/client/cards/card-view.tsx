import { makeStyles, mergeClasses, shorthands, Text, tokens } from "@fluentui/react-components";
import type { ReadCard } from "@parvis/cards";
import { type ReactElement, useLayoutEffect, useMemo, useRef, useState } from "react";
import { currentRegion, languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { useObservable } from "../../shared/observable.ts";
import { CardOutcome, type CardStatus } from "./card-outcome.tsx";
import { type CardPlace, noPicture, type PictureSource, pictureAddress } from "./card-place.ts";
import { cardClass, useCardStyles } from "./card-styles.ts";
import { IdleButtons } from "./idle-buttons.tsx";
import { keepFocus } from "./keep-focus.ts";
import { prepareCard } from "./prepare-card.ts";
import { renderCard } from "./render-card.ts";
import { useAdaptiveCard } from "./use-adaptive-card.ts";
import { useCardPress } from "./use-card-press.ts";
import { useCardReader } from "./use-card-reader.ts";

const useStyles = makeStyles({
  frame: {
    boxSizing: "border-box",
    maxWidth: "720px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    ...shorthands.border(tokens.strokeWidthThin, "solid", tokens.colorNeutralStroke2),
    overflow: "hidden",
    // A list of choices opens over the edge of its card.
    ":has(.ac-choiceSetInput-filtered-dropdown-open)": { overflow: "visible" },
  },
  wide: { maxWidth: "none" },
  accent: { borderInlineStartWidth: tokens.strokeWidthThickest },
  unreadable: { display: "block", padding: tokens.spacingHorizontalL },
});

interface CardViewProps {
  readonly card: ReadCard;
  /** Shown when the renderer cannot make anything of the card. */
  readonly summary: string;
  /** Without it, words stand for its pictures. */
  readonly pictures: PictureSource | undefined;
  /** Where it stands; without it, it is only looked at: its buttons send nothing. */
  readonly place: CardPlace | undefined;
  /** What its last press did. */
  readonly status: CardStatus | undefined;
}

/** A card as its sender meant it. */
export function CardView({ card, summary, pictures, place, status }: CardViewProps): ReactElement {
  const styles = useStyles();
  useCardStyles();
  const t = useText();
  const { reader, notSent } = useCardReader(card, place);
  const adaptive = useAdaptiveCard(card, reader);
  const { language } = useObservable(languageState);
  const container = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const { state, press, dismiss } = useCardPress(place);
  const unnamedField = t("client.card.field");
  const { channelId, messageId } = pictures ?? {};
  const picture = useMemo(
    () => (channelId === undefined || messageId === undefined ? noPicture : pictureAddress({ channelId, messageId })),
    [channelId, messageId],
  );
  const prepared = useMemo(() => prepareCard(adaptive, { notSent, picture }), [adaptive, notSent, picture]);

  useLayoutEffect(() => {
    const target = container.current;
    if (target === null) return;
    const restoreFocus = keepFocus(target);
    try {
      const setting = { language: currentRegion(language), unnamedField, picture, onPress: press };
      const element = renderCard(prepared.card, setting);
      target.replaceChildren(...(element === undefined ? [] : [element]));
      setFailed(element === undefined);
    } catch {
      target.replaceChildren();
      setFailed(true);
    }
    restoreFocus();
  }, [prepared, language, unnamedField, picture, press]);

  return (
    <div
      className={mergeClasses(
        styles.frame,
        prepared.isWide && styles.wide,
        prepared.accentColor !== undefined && styles.accent,
      )}
      style={prepared.accentColor === undefined ? undefined : { borderInlineStartColor: prepared.accentColor }}
    >
      <div ref={container} className={cardClass} aria-busy={state.kind === "sending"} />
      {failed && <Text className={styles.unreadable}>{summary}</Text>}
      <IdleButtons buttons={prepared.idleButtons} />
      <CardOutcome status={status} state={state} onDismiss={dismiss} />
    </div>
  );
}
