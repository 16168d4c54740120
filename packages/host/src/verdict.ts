/** The answer of the host's owner to something a page asks for. */
export type Verdict = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };

export const accepted: Verdict = { accepted: true };

/** `reason` is shown to the page's author, and by some pages to the person. */
export function refused(reason: string): Verdict {
  return { accepted: false, reason };
}

/** The `[succeeded, reason]` pair that SDK callbacks of this kind read. */
export function statusAndReason(verdict: Verdict): readonly unknown[] {
  return verdict.accepted ? [true] : [false, verdict.reason];
}
