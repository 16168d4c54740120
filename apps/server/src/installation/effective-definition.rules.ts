/** A way on from one version of an app to a later one, decided when the later one was published. */
export interface Step {
  readonly fromDefinitionId: string;
  readonly toDefinitionId: string;
  readonly consentRequired: boolean;
  readonly reasons: unknown;
}

export interface EffectiveDefinition {
  /** The definition that runs. */
  readonly definitionId: string;
  /** Set when the newest version waits for a fresh consent, with what makes it necessary. */
  readonly pending: { readonly definitionId: string; readonly reasons: unknown } | undefined;
}

/**
 * What an installation runs, decided when it is read: the newest definition reachable without a fresh consent
 * (lifecycle.md 6). Ids are UUIDv7, so the greatest is the newest.
 * @param acceptedId the definition that was agreed to for this installation.
 * @param agreedForAllIds definitions an administrator agreed to on behalf of the organisation.
 * @param currentId the newest published definition.
 * @param steps every way on from the definitions above; a pair without one was never published.
 */
export function effectiveDefinition(
  acceptedId: string,
  agreedForAllIds: readonly string[],
  currentId: string,
  steps: readonly Step[],
): EffectiveDefinition {
  const starts = [acceptedId, ...agreedForAllIds];
  const silent = steps
    .filter((step) => !step.consentRequired && starts.includes(step.fromDefinitionId))
    .map((step) => step.toDefinitionId);
  const newest = [...starts, ...silent].reduce((best, id) => (id > best ? id : best), acceptedId);
  if (newest >= currentId) return { definitionId: newest, pending: undefined };
  const reasons =
    steps.find((step) => step.fromDefinitionId === acceptedId && step.toDefinitionId === currentId)?.reasons ?? [];
  return { definitionId: newest, pending: { definitionId: currentId, reasons } };
}
