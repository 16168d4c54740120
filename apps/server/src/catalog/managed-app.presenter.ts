import type { z } from "@hono/zod-openapi";
import { presentApp } from "./app.presenter.ts";
import type { managedApp } from "./managed-app.schema.ts";
import type { ManagedApp } from "./managed-app.service.ts";

export function presentManaged(row: ManagedApp): z.infer<typeof managedApp> {
  const { pendingId, pendingVersion, pendingSince } = row;
  return {
    ...presentApp(row, row.status),
    publishingStatus: row.publishingStatus,
    certification: null,
    licenses: null,
    customApp: row.kind === "custom",
    asksPermissions: row.asksPermissions,
    categories: [],
    scopes: [...row.scopes],
    installableInMeetings: row.scopes.includes("groupChat"),
    externalAppId: row.distribution === "store" ? null : row.externalId,
    requests: row.requests,
    customizable: row.configurable.length > 0,
    configurableProperties: [...row.configurable],
    customized: row.customized,
    publisherAppName: row.publisherAppName,
    availability: row.availability,
    availabilityTouched: row.touched,
    pending:
      pendingId === null || pendingVersion === null || pendingSince === null
        ? null
        : { submissionId: pendingId, version: pendingVersion, submittedAt: pendingSince.toISOString() },
  };
}
