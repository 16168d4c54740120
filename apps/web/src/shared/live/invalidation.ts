import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { sessionQuery } from "../session.ts";
import type { LiveBatch, LiveChange } from "./live-protocol.ts";

const apps: QueryKey[] = [
  ["apps"],
  ["app"],
  ["consent"],
  ["access"],
  ["registration"],
  ["managed-apps"],
  ["submissions"],
  ["my-apps"],
  ["uploads"],
];
const switches: QueryKey[] = [["connector-switches"], ["card-buttons"], ["connectors"], ["connector"]];
/** Policies, who has them, groups, and requests for apps. */
const policies: QueryKey[] = [["policies"], ["assignments"], ["groups"], ["requests"], ["effective-policies"]];
const teams: QueryKey[] = [["teams"], ["team"], ["members"], ["admin-teams"]];

/** What on the screen an operation may have changed; a key stands for all that begin with it. */
export function changedBy(change: LiveChange): QueryKey[] {
  // Whatever happens may be recorded.
  return [...changedThings(change), ["audit-newest"]];
}

function changedThings({ operation, teamId, channelId, appId }: LiveChange): QueryKey[] {
  switch (operation) {
    case "TeamCreated":
    case "ChannelAdded":
      return teams;
    case "MemberAdded":
    case "MemberRemoved":
      return [...teams, ["messages-access"], ["app-uses"]];
    case "Parvis.AppSubmitted":
    case "Parvis.AppUpdateSubmitted":
    case "Parvis.AppSubmissionRejected":
    case "Parvis.AppSubmissionWithdrawn":
    case "AppPublishedToCatalog":
    case "AppUpdatedInCatalog":
    case "Parvis.AppCustomized":
    case "Parvis.AppCustomizationReset":
      return [...apps, ["submissions"], ["requests"], ["installations"], ["connectors"]];
    case "AppDeletedFromCatalog":
    case "Parvis.AppAllowed":
    case "Parvis.AppBlocked":
    case "Parvis.AppAvailabilityChanged":
    case "Parvis.AppRequestsAllowed":
    case "Parvis.PermissionPolicyChanged":
    case "Parvis.SetupPolicyChanged":
    case "Parvis.PolicyAssigned":
    case "Parvis.PolicyUnassigned":
    case "Parvis.PolicyRanksChanged":
    case "Parvis.GroupMembersAdded":
    case "Parvis.GroupMembersRemoved":
    // It may have stood in a group that apps and policies are for.
    case "Parvis.GroupDeleted":
    case "Parvis.ConfigurationApplied":
      return [...apps, ["submissions"], ["installations"], ["connectors"], ["origin"], ...policies];
    case "Parvis.PermissionPolicyCreated":
    case "Parvis.PermissionPolicyDeleted":
    case "Parvis.SetupPolicyCreated":
    case "Parvis.SetupPolicyDeleted":
    case "Parvis.GroupCreated":
    case "Parvis.GroupChanged":
      return [...policies, ["my-apps"]];
    case "Parvis.AppRequested":
    case "Parvis.AppRequestsDismissed":
      return [["requests"], ["apps"]];
    case "Parvis.AppUploaded":
      return [["uploads"]];
    case "Parvis.AppUploadUpdated":
    case "Parvis.AppUploadRemoved":
      return [...apps, ["installations", teamId], ["connectors"], ["connector"], ["team-connectors", teamId]];
    case "AppInstalled":
    case "AppUpgraded":
    case "AppUninstalled":
      return [["installations", teamId], ["connectors"], ["consent"], ["my-apps"], ["uploads"], ["app-uses", appId]];
    case "Parvis.AppBarChanged":
      return [["my-apps", "bar"]];
    case "ConnectorAdded":
    case "ConnectorUpdated":
    case "ConnectorRemoved":
    case "Parvis.WebhookRotated":
    case "Parvis.WebhookAddressRevoked":
      return [
        ["connectors", channelId],
        ["team-connectors", teamId],
        ["connector"],
        ["mail-webhooks"],
        ["mail-webhook"],
        ["origin"],
        ["registration"],
        ["card-buttons", channelId],
        ["app-uses", appId],
      ];
    case "Parvis.ConnectorTargetAdded":
    case "Parvis.ConnectorTargetChanged":
    case "Parvis.ConnectorTargetRemoved":
    case "Parvis.ConnectorTargetSecretRotated":
    case "Parvis.ConnectorTargetSentAgain":
    case "Parvis.ConnectorTargetStopped":
    case "Parvis.ConnectorMailSubscribed":
    case "Parvis.ConnectorMailUnsubscribed":
      return [["targets"], ["team-connectors"]];
    case "Parvis.ConnectorRegistered":
    case "Parvis.ConnectorRegistrationChanged":
    case "Parvis.ConnectorRegistrationDeleted":
      return [["registrations"], ["registration"], ["card-buttons"]];
    case "TeamsTenantSettingChanged":
      return [["settings"], ...apps, ...switches];
    case "TeamSettingChanged":
      return [...switches, ["team-settings", teamId], ["access"]];
    case "Parvis.AppRegistrationCreated":
    case "Parvis.AppRegistrationChanged":
    case "Parvis.AppRegistrationDeleted":
    case "Parvis.AppRegistrationSecretAdded":
    case "Parvis.AppRegistrationSecretRemoved":
      return [["app-registrations"]];
    case "Parvis.AppEmbeddingChanged":
      return [["embedding"]];
    case "Parvis.PersonCreated":
      return [["people"]];
    case "Parvis.PersonChanged":
      return [["people"], ["members"], sessionQuery.queryKey];
    default:
      return [];
  }
}

/** Reads anew what events have changed: what is on the screen at once, the rest when it is shown next. */
export function invalidateChanged(queryClient: QueryClient, batch: LiveBatch): void {
  if (batch.fresh) {
    const since = Date.now();
    void queryClient.invalidateQueries({
      predicate: ({ queryKey, state }) => queryKey[0] !== "session" && state.dataUpdatedAt < since,
    });
    return;
  }
  const keys = new Map(batch.changes.flatMap(changedBy).map((key) => [JSON.stringify(key), key]));
  for (const queryKey of keys.values()) {
    if (queryKey[0] === "session")
      void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
    else void queryClient.invalidateQueries({ queryKey });
  }
}
