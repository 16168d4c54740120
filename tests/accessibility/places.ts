/** What stands in the addresses of the organisation that is looked at. */
export interface Known {
  readonly team: string;
  readonly channel: string;
  /** An app of the team, and its installation there. */
  readonly app: string;
  readonly installation: string;
  /** An app that the team does not have yet. */
  readonly addable: string;
  readonly configuration: string;
  /** Where the configuration's cards go besides. */
  readonly target: string;
  /** A connector that was registered. */
  readonly registration: string;
  /** A registered connector's link to *Connect*, packed. */
  readonly connect: string;
  /** An app that waits for approval. */
  readonly submission: string;
  /** A webhook of the administrator's mailbox, and what was posted to it. */
  readonly mailWebhook: string;
  readonly delivery: string;
  /** An app of the administrator and the team whose newer version waits, its installation in the team, and its versions. */
  readonly waiting: string;
  readonly waitingInTeam: string;
  readonly versions: readonly [string, string];
  /** An app for oneself that the administrator does not have. */
  readonly offered: string;
  /** An app that is blocked and was asked for. */
  readonly refused: string;
  /** A group with a permission policy. */
  readonly group: string;
  readonly policy: string;
  readonly person: string;
  readonly client: string;
  /** A record of the audit log. */
  readonly record: string;
}

/** An address to look at; with `dialog`, one that must open a dialog or a drawer. */
export interface Place {
  readonly address: string;
  readonly dialog: boolean;
}

const page = (address: string): Place => ({ address, dialog: false });
const dialog = (address: string): Place => ({ address, dialog: true });
const pages = (path: string, ...searches: string[]) => searches.map((search) => page(path + search));
const dialogs = (path: string, ...searches: string[]) => searches.map((search) => dialog(path + search));

/** A connector's or webhook's own page: the same tabs in a channel and in a mailbox. */
const webhookTabs = ["", "?tab=deliveries", "?tab=deliveries&verdict=refused", "?tab=targets", "?tab=settings"];

/**
 * Every route of the client with what can stand in its address: its plain state, its tabs, its dialogs, and lists in which
 * nothing is found. A route that is not here fails a test.
 */
export const placesOf: Record<string, (known: Known) => readonly Place[]> = {
  // Whoever has signed in sees another page; a test of its own looks at it.
  "/sign-in": () => [],
  "/setup": () => [page("/setup")],
  "/connect": ({ connect }) => pages("/connect", "", `?request=${connect}`),
  "/": () => [page("/"), page("/no/such/page")],
  "/teams/$teamId": ({ team, channel, installation, waitingInTeam }) => [
    ...pages(`/teams/${team}`, "", "?tab=connectors", `?tab=connectors&channel=${channel}`, "?tab=settings"),
    ...dialogs(`/teams/${team}`, `?remove=${installation}`, `?update=${waitingInTeam}`),
  ],
  "/teams/$teamId/channels/$channelId": ({ team, channel, addable, configuration }) => {
    const path = `/teams/${team}/channels/${channel}`;
    const lists = ["all", "all&find=nothing-like-it", "uploaded", "configured", "webhooks", "webhooks&step=new"];
    const steps = ["", "&step=webhook", "&step=remove"].map(
      (step) => `configured&configuration=${configuration}${step}`,
    );
    const opened = [...lists, `all&add=${addable}`, ...steps].map((list) => `?connectors=${list}`);
    return [page(path), ...dialogs(path, ...opened)];
  },
  "/teams/$teamId/connectors/$configurationId": ({ team, configuration, target }) => [
    ...pages(`/teams/${team}/connectors/${configuration}`, ...webhookTabs),
    ...dialogs(`/teams/${team}/connectors/${configuration}`, `?tab=targets&target=${target}`),
  ],
  "/mail-webhooks": () => [page("/mail-webhooks")],
  "/mail-webhooks/$configurationId": ({ mailWebhook, delivery }) => [
    ...pages(`/mail-webhooks/${mailWebhook}`, ...webhookTabs),
    ...dialogs(`/mail-webhooks/${mailWebhook}`, `?tab=deliveries&delivery=${delivery}`),
  ],
  "/apps": () => pages("/apps", "", "?search=nothing-like-it", "?category=connector", "?category=bot"),
  "/apps/manage": ({ waiting, waitingInTeam }) => [
    ...pages("/apps/manage", "", "?tab=updates", "?tab=consents", "?tab=submissions", "?tab=requests"),
    ...dialogs("/apps/manage", `?update=${waiting}`, `?remove=${waiting}`, `?tab=updates&update=${waitingInTeam}`),
  ],
  "/apps/$appId": ({ app, addable, offered, refused, waiting, team }) => [
    ...[app, addable, waiting, refused].map((id) => page(`/apps/${id}`)),
    ...dialogs(`/apps/${addable}`, "?add=true", `?add=true&team=${team}`),
    dialog(`/apps/${offered}?add=true&mine=true`),
  ],
  "/app/$appId/{-$entityId}": ({ app, waiting, refused }) =>
    [app, waiting, `${waiting}/home`, refused].map((path) => page(`/app/${path}`)),
  "/l/app/$appId": ({ app }) => [dialog(`/l/app/${app}`)],
  "/publisher": () => [page("/publisher"), page("/publisher?target=store")],
  // It leads on to the one above. What stands in its other tabs, a package, is in no address.
  "/publisher/check": () => [],
  "/publisher/compare": () => [page("/publisher/compare")],
  "/publisher/edit": () => pages("/publisher/edit", "", "?start=connector", "?start=tab", "?start=bot"),
  "/publisher/connectors": () => pages("/publisher/connectors", "", "?search=nothing-like-it"),
  "/publisher/connectors/new": () => [page("/publisher/connectors/new")],
  "/publisher/connectors/$connectorId": ({ registration }) =>
    pages(`/publisher/connectors/${registration}`, "", "?edit=true"),
  "/admin": () => [page("/admin")],
  "/admin/apps": () => [
    ...pages("/admin/apps", "", "?search=nothing-like-it", "?status=blocked&kind=custom&scope=team&sort=-name"),
    dialog("/admin/apps?upload=true"),
  ],
  "/admin/apps/$appId": ({ app, waiting, versions: [from, to] }) => [
    ...["about", "permissions", "versions", "availability", "requests", "access", "settings", "history"].map((tab) =>
      page(`/admin/apps/${app}?tab=${tab}`),
    ),
    page(`/admin/apps/${app}?tab=access&person=megan@contoso.test`),
    page(`/admin/apps/${waiting}?tab=versions&from=${from}&to=${to}`),
  ],
  "/admin/approvals": () => pages("/admin/approvals", "", "?search=nothing-like-it"),
  "/admin/approvals/$submissionId": ({ submission }) => [page(`/admin/approvals/${submission}`)],
  "/admin/requests": () => pages("/admin/requests", "", "?search=nothing-like-it"),
  "/admin/teams": () => [page("/admin/teams"), dialog("/admin/teams?open=new")],
  "/admin/teams/$teamId": ({ team }) =>
    pages(`/admin/teams/${team}`, "", "?tab=channels", "?tab=apps", "?tab=connectors"),
  "/admin/audit": ({ record }) => [
    ...pages("/admin/audit", "", "?search=nothing-like-it", "?operations=AppInstalled&person=admin@contoso.test"),
    ...dialogs("/admin/audit", "?open=filter", "?open=export", "?open=verify", `?open=${record}`),
  ],
  "/admin/groups": () => [page("/admin/groups"), dialog("/admin/groups?open=new")],
  "/admin/groups/$groupId": ({ group }) =>
    pages(`/admin/groups/${group}`, "", "?how=direct", "?tab=within", "?tab=around"),
  "/admin/policies/$kind": ({ policy }) => [
    ...pages(
      "/admin/policies/permission",
      ...["", "?tab=groups", "?tab=people", `?tab=people&policy=${policy}`, "?tab=people&whose=admin@contoso.test"],
    ),
    ...pages("/admin/policies/setup", "", "?tab=groups", "?tab=people"),
    ...dialogs("/admin/policies/permission", "?open=new", "?tab=groups&open=assign"),
    ...dialogs("/admin/policies/setup", "?open=new", "?tab=people&open=assign", "?tab=people&open=file"),
  ],
  "/admin/policies/$kind/$policyId": ({ policy }) => [
    page(`/admin/policies/permission/${policy}`),
    page("/admin/policies/setup/00000000-0000-4000-8000-000000000001"),
  ],
  "/admin/people": ({ person }) => [
    ...pages("/admin/people", "", "?role=globalAdministrator", "?search=nothing-like-it"),
    ...dialogs("/admin/people", "?open=new", `?open=${person}`),
  ],
  "/admin/app-registrations": ({ client }) => [
    page("/admin/app-registrations"),
    ...dialogs("/admin/app-registrations", "?open=new", `?open=${client}`),
  ],
  "/admin/settings": () => [page("/admin/settings")],
};
