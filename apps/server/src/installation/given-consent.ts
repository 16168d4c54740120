import { ParvisError } from "../platform/errors.ts";
import { type Identity, isAdministrator } from "../platform/identity.ts";
import type { GivenConsent } from "./installation.service.ts";

/** A consent as a request gives it. @throws ParvisError access/administrator-only when it is not theirs to give. */
export function consentOf(
  identity: Identity,
  given: { definitionId?: string | undefined; onBehalfOfOrganisation: boolean },
): GivenConsent {
  const byAdministrator = isAdministrator(identity);
  if (given.onBehalfOfOrganisation && !byAdministrator) {
    throw new ParvisError("access/administrator-only", {
      detail: "Only an administrator may agree on behalf of the organisation.",
    });
  }
  return { definitionId: given.definitionId, onBehalfOfOrganisation: given.onBehalfOfOrganisation, byAdministrator };
}
