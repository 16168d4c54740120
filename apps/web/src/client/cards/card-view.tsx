import { makeStyles, mergeClasses, shorthands, Text, tokens } from "@fluentui/react-components";
import type { ReadCard } from "@parvis/cards";
import { type ReactElement, useLayoutEffect, useMemo, useRef, useState } from "react";
import { currentRegion, languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { useObservable } from "../../shared/observable.ts";
import { cardClass, useCardStyles } from "./card-styles.ts";
import { IdleButtons } from "./idle-buttons.tsx";
import { prepareCard } from "./prepare-card.ts";
import { renderCard } from "./render-card.ts";
import { useAdaptiveCard } from "./use-adaptive-card.ts";

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    ...shorthands.border(tokens.strokeWidthThin, "solid", tokens.colorNeutralStroke2),
    overflow: "hidden",
    // A list of choices opens over the edge of its card.
    ":has(.ac-choiceSetInput-filtered-dropdown-open)": { overflow: "visible" },
  },
  accent: { borderInlineStartWidth: tokens.strokeWidthThickest },
  unreadable: { display: "block", padding: tokens.spacingHorizontalL },
});

/** A card as its sender meant it. @param summary shown when the renderer cannot make anything of it. */
export function CardView({ card, summary }: { card: ReadCard; summary: string }): ReactElement {
  const styles = useStyles();
  useCardStyles();
  const t = useText();
  const adaptive = useAdaptiveCard(card);
  const { language } = useObservable(languageState);
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const unnamedField = t("client.card.field");
  const notSent = t("client.card.notSent");
  const prepared = useMemo(() => prepareCard(adaptive, notSent), [adaptive, notSent]);

  useLayoutEffect(() => {
    const target = place.current;
    if (target === null) return;
    try {
      const element = renderCard(prepared.card, currentRegion(language), unnamedField);
      target.replaceChildren(...(element === undefined ? [] : [element]));
      setFailed(element === undefined);
    } catch {
      target.replaceChildren();
      setFailed(true);
    }
    return () => target.replaceChildren();
  }, [prepared, language, unnamedField]);

  return (
    <div
      className={mergeClasses(styles.frame, prepared.accentColor !== undefined && styles.accent)}
      style={prepared.accentColor === undefined ? undefined : { borderInlineStartColor: prepared.accentColor }}
    >
      <div ref={place} className={cardClass} />
      {failed && <Text className={styles.unreadable}>{summary}</Text>}
      <IdleButtons buttons={prepared.idleButtons} />
    </div>
  );
}
