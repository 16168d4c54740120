import type { EditorView } from "@codemirror/view";
import { useCallback, useEffect, useRef, useState } from "react";

/** Shorter than people pause, longer than a keystroke takes. */
const restMilliseconds = 250;

interface Writing {
  readonly text: string;
  /** Of the cursor. */
  readonly offset: number;
}

/**
 * The text and the cursor of an editor, told to the page once the hands rest.
 * @param onText told every new text.
 */
export function useWriting(first: string, onText: (text: string) => void) {
  const [writing, setWriting] = useState<Writing>({ text: first, offset: 0 });
  const waiting = useRef<{ view: EditorView; timer: ReturnType<typeof setTimeout> } | undefined>(undefined);
  const told = useRef({ text: first, onText });
  told.current.onText = onText;

  const settle = useCallback((): void => {
    if (waiting.current === undefined) return;
    const { view, timer } = waiting.current;
    waiting.current = undefined;
    clearTimeout(timer);
    const text = view.state.doc.toString();
    setWriting({ text, offset: view.state.selection.main.head });
    if (text === told.current.text) return;
    told.current.text = text;
    told.current.onText(text);
  }, []);

  const onUpdate = useCallback(
    (view: EditorView): void => {
      if (waiting.current !== undefined) clearTimeout(waiting.current.timer);
      waiting.current = { view, timer: setTimeout(settle, restMilliseconds) };
    },
    [settle],
  );

  useEffect(() => {
    // A page that goes may go for good.
    window.addEventListener("pagehide", settle);
    document.addEventListener("visibilitychange", settle);
    return () => {
      window.removeEventListener("pagehide", settle);
      document.removeEventListener("visibilitychange", settle);
      settle();
    };
  }, [settle]);

  return { ...writing, onUpdate, settle };
}
