/** People and teams of the demo, without passwords: an administrator who wants them to sign in sets some. */
export function demoOrganisation(domain: string, ownerUpn: string) {
  const [megan, alex, adele] = [`megan@${domain}`, `alex@${domain}`, `adele@${domain}`];
  return {
    users: [
      { upn: megan, displayName: "Megan Bowen" },
      { upn: alex, displayName: "Alex Wilber" },
      { upn: adele, displayName: "Adele Vance" },
    ],
    teams: [
      {
        displayName: "Engineering",
        description: "Builds and releases",
        owners: [ownerUpn],
        members: [megan, alex],
        channels: ["Alerts", "Releases"],
      },
      {
        displayName: "Marketing",
        description: "Campaigns and events",
        owners: [ownerUpn],
        members: [megan, adele],
        channels: ["Events"],
      },
    ],
  };
}

/** Cards as senders post them: one of each kind, for the channel that the example connector is configured in. */
export const demoCards: readonly object[] = [
  {
    "@type": "MessageCard",
    "@context": "https://schema.org/extensions",
    themeColor: "6264A7",
    summary: "Following Release",
    title: "This channel follows a todo list",
    sections: [{ facts: [{ name: "List", value: "Release" }] }],
  },
  {
    "@type": "MessageCard",
    "@context": "https://schema.org/extensions",
    themeColor: "C4314B",
    summary: "Build 1234 failed",
    title: "Build 1234 failed",
    text: "The step **integration tests** ended with 2 failures on `main`.",
    sections: [
      {
        activityTitle: "Nightly build",
        activitySubtitle: "Started by the schedule",
        facts: [
          { name: "Branch", value: "main" },
          { name: "Commit", value: "4f2a9c1" },
          { name: "Duration", value: "12 min 40 s" },
        ],
      },
    ],
    potentialAction: [
      {
        "@type": "OpenUri",
        name: "Open the log",
        targets: [{ os: "default", uri: "https://example.com/builds/1234" }],
      },
    ],
  },
  {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          type: "AdaptiveCard",
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          version: "1.5",
          body: [
            { type: "TextBlock", text: "Release 2.4 is out", size: "Large", weight: "Bolder", wrap: true },
            { type: "TextBlock", text: "Three teams, fourteen changes, no open blocker.", wrap: true, isSubtle: true },
            {
              type: "FactSet",
              facts: [
                { title: "Version", value: "2.4.0" },
                { title: "Rollout", value: "25 % of customers" },
              ],
            },
          ],
          actions: [{ type: "Action.OpenUrl", title: "Release notes", url: "https://example.com/releases/2.4" }],
        },
      },
    ],
  },
];
