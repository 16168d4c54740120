/** A way on from one version of an app to a later one, decided when the later one was published. */
export interface Step {
  readonly fromDefinitionId: string;
  readonly toDefinitionId: string;
  readonly consentRequired: boolean;
  readonly reasons: unknown;
  /** When the later one was published: a submission may wait while others overtake it, so ids do not tell. */
  readonly publishedAt: Date;
}

export interface EffectiveDefinition {
  /** The definition that runs. */
  readonly definitionId: string;
  /** Set when the newest version waits for a fresh consent, with what makes it necessary. */
  readonly pending: { readonly definitionId: string; readonly reasons: unknown } | undefined;
}

/**
 * What an installation runs, decided when it is read: the newest definition reachable without a fresh consent
 * (lifecycle.md 6). Whatever was published since the accepted one has a step from it, so the steps also tell what is newer.
 * @param acceptedId the definition that was agreed to for this installation.
 * @param agreedForAllIds definitions an administrator agreed to on behalf of the organisation.
 * @param currentId the newest published definition.
 * @param steps every way on from the definitions above.
 */
export function effectiveDefinition(
  acceptedId: string,
  agreedForAllIds: readonly string[],
  currentId: string,
  steps: readonly Step[],
): EffectiveDefinition {
  const published = new Map(
    steps
      .filter((step) => step.fromDefinitionId === acceptedId)
      .map((step) => [step.toDefinitionId, step.publishedAt.getTime()] as const),
  );
  // What was published before the accepted one has no step from it, and nobody goes back.
  const age = (id: string) => published.get(id) ?? Number.NEGATIVE_INFINITY;
  const starts = [acceptedId, ...agreedForAllIds];
  const silent = steps
    .filter((step) => !step.consentRequired && starts.includes(step.fromDefinitionId))
    .map((step) => step.toDefinitionId);
  const reachable = [...agreedForAllIds, ...silent];
  if (acceptedId === currentId || reachable.includes(currentId)) return { definitionId: currentId, pending: undefined };
  const newest = reachable.reduce((best, id) => (age(id) > age(best) ? id : best), acceptedId);
  const reasons =
    steps.find((step) => step.fromDefinitionId === acceptedId && step.toDefinitionId === currentId)?.reasons ?? [];
  return { definitionId: newest, pending: { definitionId: currentId, reasons } };
}
