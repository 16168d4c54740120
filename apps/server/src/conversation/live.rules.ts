/** Who is listening. */
export interface Listener {
  readonly personId: string;
  readonly administrator: boolean;
  /** Teams the person is in. */
  readonly teamIds: ReadonlySet<string>;
}

/** What matters of an event here. */
export interface Happening {
  readonly operation: string;
  readonly teamId?: string;
  readonly subjectId?: string;
}

/** Operations that concern nobody's screen. */
const silent = new Set([
  "Parvis.CardSent",
  "TeamsSessionStarted",
  "Parvis.ConnectorConfigurationStarted",
  "Parvis.ConnectorConfigurationDropped",
]);
/** Operations that are about one person's apps when they are about no team. */
const personal = new Set([
  "AppInstalled",
  "AppUpgraded",
  "AppUninstalled",
  "Parvis.AppBarChanged",
  "Parvis.AppConsentWithdrawn",
  "Parvis.ChatCreated",
  "Parvis.ChatMembersAdded",
  "Parvis.ChatMemberRemoved",
]);
/** Operations that change who is in which team. */
const membership = new Set(["MemberAdded", "MemberRemoved", "TeamCreated"]);

/** May somebody hear of an event? What happens in a team stays in it; messages are for members alone. */
export function mayHear(listener: Listener, event: Happening, isMessage: boolean): boolean {
  if (silent.has(event.operation)) return false;
  if (event.operation.startsWith("Parvis.AppRegistration")) return listener.administrator;
  if (event.operation.startsWith("Parvis.Person") || event.operation === "Parvis.AppRequested")
    return listener.administrator || event.subjectId === listener.personId;
  if (event.teamId === undefined && personal.has(event.operation)) return event.subjectId === listener.personId;
  if (event.teamId === undefined || listener.teamIds.has(event.teamId)) return true;
  if (isMessage) return false;
  // Somebody taken out of a team must hear that, or the team would stay on their screen.
  return listener.administrator || event.subjectId === listener.personId;
}

/** Whether an event may have changed who the listener is: roles, or whether the sessions of that person go on. */
export function changesIdentity(listener: Listener, event: Happening): boolean {
  return event.operation === "Parvis.PersonChanged" && event.subjectId === listener.personId;
}

/** Whether an event may have changed what a listener may hear. */
export function changesMembership(event: Happening): boolean {
  return membership.has(event.operation);
}
