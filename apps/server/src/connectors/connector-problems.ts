import type { TargetService } from "./target.service.ts";
import type { ProblemsOf } from "./webhook.routes.ts";

/**
 * What lists say is wrong with connectors, in two questions for a whole page.
 * @param log which webhooks turned something away lately; the log of posts is the conversation's.
 */
export function connectorProblems(
  targets: Pick<TargetService, "troubled">,
  log: { turningAway(tenantId: string, configurationIds: readonly string[]): Promise<readonly string[]> },
): ProblemsOf {
  return async (tenantId, configurationIds) => {
    const [turningAway, troubled] = await Promise.all([
      log.turningAway(tenantId, configurationIds),
      targets.troubled(tenantId, configurationIds),
    ]);
    const away = new Set(turningAway);
    const targetsOf = new Map(troubled.map((one) => [one.configurationId, one]));
    return new Map(
      configurationIds.map((id) => [
        id,
        [
          ...(away.has(id) ? (["turned-away"] as const) : []),
          ...(targetsOf.get(id)?.failing === true ? (["target-failing"] as const) : []),
          ...(targetsOf.get(id)?.stopped === true ? (["target-stopped"] as const) : []),
        ],
      ]),
    );
  };
}
