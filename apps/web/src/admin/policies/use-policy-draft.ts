import { useState } from "react";
import { differing, type PolicyParts, partsOf } from "./policy-parts.ts";
import type { Policy } from "./policy-queries.ts";

/**
 * A policy while somebody edits it: what it was when they began, and what they have made of it. What others save meanwhile
 * comes in by itself as long as nothing was edited; after that it waits for a decision.
 * @param latest the policy as the server has it now.
 */
export function usePolicyDraft(latest: Policy) {
  const [state, setState] = useState(() => ({ base: latest, draft: partsOf(latest) }));
  const { base, draft } = state;
  const dirty = differing(partsOf(base), draft).length > 0;
  const newer = latest.etag !== base.etag;
  if (newer && !dirty) setState({ base: latest, draft: partsOf(latest) });
  else if (latest !== base && !newer && latest.assigned !== base.assigned) setState({ base: latest, draft });
  return {
    base,
    draft,
    dirty,
    /** Somebody else has saved since editing began. */
    conflict: newer && dirty,
    edit: (change: Partial<PolicyParts>) => setState({ base, draft: { ...draft, ...change } as PolicyParts }),
    discard: () => setState({ base: latest, draft: partsOf(latest) }),
    /** Goes on from what is there now. */
    settle: (parts: PolicyParts) => setState({ base: latest, draft: parts }),
    saved: (policy: Policy) => setState({ base: policy, draft: partsOf(policy) }),
  };
}
