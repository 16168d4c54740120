import type { PageContext, Theme } from "@parvis/host";

/**
 * Values for the places in a page's address that Teams fills in. Those that Parvis has nothing for are left empty, as
 * Teams does, so that no page takes `{chatId}` for a chat.
 */
export function placeholderValues(context: PageContext, theme: Theme): Readonly<Record<string, string>> {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const {
    locale,
    entityId,
    subEntityId,
    tid,
    teamId,
    teamName,
    channelId,
    channelName,
    groupId,
    userObjectId,
    loginHint,
    upn,
  } = context;
  return {
    theme,
    locale,
    entityId: text(entityId),
    subEntityId: text(subEntityId),
    tid: text(tid),
    tenantId: text(tid),
    groupId: text(groupId),
    teamId: text(teamId),
    teamName: text(teamName),
    channelId: text(channelId),
    channelName: text(channelName),
    channelType: text(context.channelType),
    userObjectId: text(userObjectId),
    loginHint: text(loginHint),
    upn: text(upn),
    userPrincipalName: text(upn),
    frameContext: text(context.frameContext),
    hostClientType: "web",
    hostName: text(context.hostName),
    sessionId: text(context.sessionId),
    appSessionId: text(context.appSessionId),
    isFullScreen: "false",
    ringId: "general",
    chatId: "",
    meetingId: "",
    parentMessageId: "",
    teamSiteUrl: "",
    teamSiteDomain: "",
    teamSitePath: "",
    tenantSKU: "",
    userLicenseType: "",
    userTeamRole: "",
  };
}

/** An address with its `{places}` filled in, each value encoded for where it stands. Unknown places stay. */
export function fillPlaceholders(address: string, values: Readonly<Record<string, string>>): string {
  return address.replace(/(?:\{|%7B)(\w{1,40})(?:\}|%7D)/gi, (found: string, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? found : encodeURIComponent(value);
  });
}
