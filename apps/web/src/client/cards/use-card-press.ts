import { useCallback, useRef, useState } from "react";
import type { CardPlace } from "./card-place.ts";
import { type PressedButton, pressButton } from "./press-button.ts";

export type PressState =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly title: string }
  | { readonly kind: "failed"; readonly title: string; readonly error: unknown };

/** The second click of a double click comes this soon, also when the answer came sooner. */
const secondClickMilliseconds = 600;

/**
 * Presses buttons of one card, one at a time: while an answer is awaited, and for the rest of a double click, other
 * presses are nothing.
 */
export function useCardPress(place: CardPlace | undefined) {
  const [state, setState] = useState<PressState>({ kind: "idle" });
  // As it is when the button is pressed; a card is not drawn again for every revision.
  const now = useRef(place);
  now.current = place;
  const notBefore = useRef(0);

  const press = useCallback(async (button: PressedButton) => {
    const target = now.current;
    if (target === undefined || performance.now() < notBefore.current) return;
    notBefore.current = Number.POSITIVE_INFINITY;
    const began = performance.now();
    setState({ kind: "sending", title: button.title });
    try {
      await pressButton(target, button);
      setState({ kind: "idle" });
    } catch (error) {
      setState({ kind: "failed", title: button.title, error });
    } finally {
      notBefore.current = Math.max(began + secondClickMilliseconds, performance.now());
    }
  }, []);

  const dismiss = useCallback(() => setState({ kind: "idle" }), []);
  return { state, press, dismiss };
}
