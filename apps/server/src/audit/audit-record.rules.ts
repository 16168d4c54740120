import { createHash } from "node:crypto";

/** What happened, as the event log tells it. */
export interface AuditedEvent {
  readonly tenantId: string;
  readonly position: number;
  readonly occurredAt: Date;
  readonly operation: string;
  readonly actor:
    | { readonly kind: "person" | "application" | "connector"; readonly id: string }
    | { readonly kind: "system" };
  readonly teamId?: string;
  readonly channelId?: string;
  readonly appId?: string;
  readonly subjectId?: string;
  readonly requestId?: string;
  readonly clientIp?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** What things are called at the time of recording; what is gone by then is left out. */
export interface AuditNames {
  person(
    id: string,
  ): { readonly upn: string; readonly displayName: string; readonly administrator: boolean } | undefined;
  team(id: string): string | undefined;
  channel(id: string): string | undefined;
  app(id: string): { readonly displayName: string; readonly distribution: string } | undefined;
}

interface ExtraProperty {
  readonly Key: string;
  readonly Value: string;
}

/** The common schema and Teams' own fields (contracts.md C.2). Names are the schema's. */
export interface AuditRecord {
  readonly Id: string;
  readonly RecordType: number;
  /** UTC without a zone: `2015-06-29T20:03:19`. */
  readonly CreationTime: string;
  readonly Operation: string;
  readonly OrganizationId: string;
  readonly UserType: number;
  readonly UserKey: string;
  readonly UserId: string;
  readonly ClientIP?: string;
  readonly Workload: "MicrosoftTeams";
  readonly ResultStatus: "Succeeded";
  readonly ObjectId?: string;
  readonly CorrelationId?: string;
  readonly TeamGuid?: string;
  readonly TeamName?: string;
  readonly ChannelGuid?: string;
  readonly ChannelName?: string;
  readonly AddOnGuid?: string;
  readonly AddOnName?: string;
  readonly AddOnType?: number;
  readonly AppDistributionMode?: string;
  readonly Name?: string;
  readonly OldValue?: string;
  readonly NewValue?: string;
  readonly ExtraProperties?: readonly ExtraProperty[];
}

/** 25 MicrosoftTeams, 57 MicrosoftTeamsAdmin (contracts.md C.2). */
const recordTypes = { teams: 25, teamsAdmin: 57 } as const;
/** Regular, Admin, System, Application (contracts.md C.2). */
const userTypes = { regular: 0, admin: 2, system: 4, application: 5 } as const;
/** Bot, Connector, Tab (contracts.md C.2). */
const addOnTypes: readonly (readonly [RegExp, number])[] = [
  [/^Bot/, 1],
  [/^Connector|^Parvis\.(Connector|Webhook)/, 2],
  [/^Tab/, 3],
];
/** What administrators decide for the organisation. */
const administrative =
  /Setting(s)?Changed$|Catalog$|^DeletedAllOrganizationApps|^Parvis\.(App|Polic|Permission|Setup|Group|Person|Organisation|Assign|Audit)/;
/** Operations that are no act of anybody's on apps or their administration: reading them would only hide the others. */
const unrecorded = new Set([
  "Parvis.MessagePosted",
  "Parvis.CardSent",
  "Parvis.ConnectorConfigurationStarted",
  "Parvis.ConnectorConfigurationDropped",
]);

export function isRecorded(operation: string): boolean {
  return !unrecorded.has(operation);
}

/** Whether an event switches the audit log; undefined when it does neither. */
export function auditSwitch(event: Pick<AuditedEvent, "operation" | "detail">): boolean | undefined {
  if (event.operation !== "TeamsTenantSettingChanged") return undefined;
  const change = event.detail?.auditEnabled;
  if (typeof change !== "object" || change === null || !("to" in change)) return undefined;
  return change.to === true;
}

/** The same event always makes the same id, so that recording it again is seen to be the same. */
function recordId({ tenantId, position }: AuditedEvent, part: number): string {
  const hex = createHash("sha256").update(`${tenantId} ${position} ${part}`).digest("hex");
  // A UUID of version 8 (RFC 9562 section 5.8): ours to fill but for version and variant.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

interface SettingChange {
  readonly name: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Members of a detail that say what a setting was and is. */
function changesIn(detail: AuditedEvent["detail"]): SettingChange[] {
  return Object.entries(detail ?? {}).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && "from" in value && "to" in value
      ? [{ name, from: value.from, to: value.to }]
      : [],
  );
}

function whoDid({ actor }: AuditedEvent, names: AuditNames) {
  if (actor.kind === "system") return { UserType: userTypes.system, UserKey: "Parvis", UserId: "Parvis" };
  if (actor.kind !== "person") return { UserType: userTypes.application, UserKey: actor.id, UserId: actor.id };
  const person = names.person(actor.id);
  return {
    UserType: person?.administrator ? userTypes.admin : userTypes.regular,
    UserKey: actor.id,
    UserId: person?.upn ?? actor.id,
  };
}

/**
 * An event as audit records: one, or one for each setting when it changed several, because a record of the schema
 * holds the name, old and new value of one.
 */
export function auditRecords(event: AuditedEvent, names: AuditNames): AuditRecord[] {
  const { teamId, channelId, appId, subjectId, detail = {} } = event;
  const app = appId === undefined ? undefined : names.app(appId);
  const appName =
    app?.displayName ?? (typeof detail.name === "string" && appId !== undefined ? detail.name : undefined);
  const addOnType = addOnTypes.find(([pattern]) => pattern.test(event.operation))?.[1];
  const teamName = teamId === undefined ? undefined : names.team(teamId);
  const channelName = channelId === undefined ? undefined : names.channel(channelId);
  const subject = subjectId === undefined ? undefined : names.person(subjectId);
  const changes = changesIn(detail);
  const others = Object.entries(detail).filter(
    ([name, value]) => value !== undefined && value !== null && !changes.some((change) => change.name === name),
  );
  const extra: ExtraProperty[] = [
    ...(subject === undefined ? [] : [{ Key: "targetUpn", Value: subject.upn }]),
    ...others.map(([Key, value]) => ({ Key, Value: textOf(value) })),
  ];
  const common = {
    CreationTime: event.occurredAt.toISOString().slice(0, 19),
    Operation: event.operation,
    OrganizationId: event.tenantId,
    RecordType: administrative.test(event.operation) ? recordTypes.teamsAdmin : recordTypes.teams,
    ...whoDid(event, names),
    Workload: "MicrosoftTeams",
    ResultStatus: "Succeeded",
    ...(event.clientIp === undefined ? {} : { ClientIP: event.clientIp }),
    ...((subjectId ?? appId) === undefined ? {} : { ObjectId: subjectId ?? appId ?? "" }),
    ...(event.requestId === undefined ? {} : { CorrelationId: event.requestId }),
    ...(teamId === undefined ? {} : { TeamGuid: teamId }),
    ...(teamName === undefined ? {} : { TeamName: teamName }),
    ...(channelId === undefined ? {} : { ChannelGuid: channelId }),
    ...(channelName === undefined ? {} : { ChannelName: channelName }),
    ...(appId === undefined ? {} : { AddOnGuid: appId }),
    ...(appName === undefined ? {} : { AddOnName: appName }),
    ...(addOnType === undefined ? {} : { AddOnType: addOnType }),
    ...(app === undefined ? {} : { AppDistributionMode: app.distribution }),
    ...(extra.length === 0 ? {} : { ExtraProperties: extra }),
  } as const;
  if (changes.length === 0) return [{ Id: recordId(event, 0), ...common }];
  return changes.map(({ name, from, to }, part) => ({
    Id: recordId(event, part),
    ...common,
    Name: name,
    OldValue: textOf(from),
    NewValue: textOf(to),
  }));
}
