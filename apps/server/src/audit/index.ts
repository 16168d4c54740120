import type { AppService } from "../catalog/index.ts";
import type { Directory } from "../directory/index.ts";
import { isAdministrator } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { auditService } from "./audit.service.ts";
import { auditFeedService } from "./audit-feed.service.ts";
import { searchOfQuery, upnsIn } from "./audit-query.rules.ts";
import { auditQueryService } from "./audit-query.service.ts";
import { AuditRecorder, type NameLookup } from "./audit-recorder.ts";

export { auditRoutes } from "./audit.routes.ts";
export {
  type AuditFeedService,
  type Content as FeedContent,
  type ContentType,
  contentTypes,
  describeContent,
  type Subscription as FeedSubscription,
} from "./audit-feed.service.ts";
export type { AuditQuery, AuditQueryService } from "./audit-query.service.ts";

/** What happened, searchable: recorded behind the event log, never in the way of it. */
export function createAudit(
  platform: Platform,
  { people, teams }: Pick<Directory, "people" | "teams">,
  apps: Pick<AppService, "many">,
) {
  const names: NameLookup = async (tenantId, ids) => {
    const [persons, places, known] = await Promise.all([
      people.many(tenantId, ids.people),
      teams.placeNames(tenantId, ids),
      apps.many(tenantId, ids.apps),
    ]);
    return {
      person: (id) => {
        const person = persons.get(id);
        return person && { ...person, administrator: isAdministrator({ roles: new Set(person.roles) }) };
      },
      team: (id) => places.teams.get(id),
      channel: (id) => places.channels.get(id),
      app: (id) => known.get(id),
    };
  };
  const recorder = new AuditRecorder(platform, names);
  const audit = auditService(platform);
  const auditQueries = auditQueryService(platform, audit, async (tenantId, request) =>
    searchOfQuery(request, await people.idsByUpn(tenantId, upnsIn(request))),
  );
  return {
    audit,
    auditQueries,
    auditFeed: auditFeedService(platform, audit),
    catchUp: async () => await recorder.catchUp(),
    close: async () => await recorder.close(),
  };
}
