import { useEffect, useRef, useState } from "react";
import { useSession } from "../../../shared/session.ts";
import type { Draft } from "../../desk.ts";
import { keepDraft, setDraftOfTab } from "./kept-drafts.ts";
import { savedText } from "./saved-texts.ts";

/**
 * Keeps a draft in this browser whenever it changes.
 * @returns whether it is kept; false when the browser refused.
 */
export function useKept(draft: Draft): boolean {
  const { person } = useSession();
  const [isKept, setKept] = useState(true);
  const last = useRef(0);
  useEffect(() => {
    setDraftOfTab(draft.id);
    const turn = ++last.current;
    const saved = savedText(draft.id) ?? draft.text;
    keepDraft({ id: draft.id, personId: person.id, draft, saved, changedAt: Date.now() }).then(
      () => turn === last.current && setKept(true),
      () => setKept(false),
    );
  }, [draft, person.id]);
  return isKept;
}

/** Asks before the page is left, while leaving it would lose something. */
export function useLeaveGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active]);
}
