export type CardFormat = "messageCard" | "adaptive";

function messageCard(title: string, summary: string, facts: { name: string; value: string }[]): object {
  return {
    "@type": "MessageCard",
    "@context": "https://schema.org/extensions",
    themeColor: "6264A7",
    summary,
    title,
    sections: [{ facts, markdown: false }],
    potentialAction: [
      { "@type": "OpenUri", name: "Open the list", targets: [{ os: "default", uri: "http://localhost:4710/" }] },
    ],
  };
}

function adaptiveCard(title: string, facts: { name: string; value: string }[]): object {
  const content = {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    body: [
      { type: "TextBlock", text: title, size: "Medium", weight: "Bolder", wrap: true },
      { type: "FactSet", facts: facts.map(({ name, value }) => ({ title: name, value })) },
    ],
    actions: [{ type: "Action.OpenUrl", title: "Open the list", url: "http://localhost:4710/" }],
  };
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
  };
}

function card(title: string, summary: string, facts: { name: string; value: string }[], format: CardFormat): object {
  return format === "adaptive" ? adaptiveCard(title, facts) : messageCard(title, summary, facts);
}

/** The first card in a channel: it shows that the webhook works. */
export function welcomeCard(list: string, format: CardFormat): object {
  return card("This channel follows a todo list", `Following ${list}`, [{ name: "List", value: list }], format);
}

export function taskCard(list: string, title: string, format: CardFormat): object {
  const facts = [
    { name: "Task", value: title },
    { name: "List", value: list },
  ];
  return card("A task was added", `${title} (${list})`, facts, format);
}
