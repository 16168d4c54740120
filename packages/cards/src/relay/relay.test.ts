import { describe, expect, test } from "vitest";
import { readWebhookPayload } from "../index.ts";
import { cardEvent, slackMessage, workflowsMessage } from "./index.ts";

function read(payload: object) {
  const result = readWebhookPayload(JSON.stringify(payload));
  if (!result.accepted) throw new Error(result.explanation);
  return result;
}

const messageCard = {
  "@type": "MessageCard",
  summary: "Build failed",
  title: "Build 42",
  text: "**Failed** on [main](https://ci.example/a|b) for <x> & y",
  themeColor: "d70000",
  sections: [{ facts: [{ name: "Branch", value: "_main_" }] }],
  potentialAction: [
    { "@type": "OpenUri", name: "Open", targets: [{ os: "default", uri: "https://ci.example/" }] },
    { "@type": "HttpPOST", name: "Run again", target: "https://ci.example/run" },
    {
      "@type": "ActionCard",
      name: "Comment",
      inputs: [{ "@type": "TextInput", id: "c" }],
      actions: [{ "@type": "HttpPOST", name: "Send", target: "https://ci.example/c" }],
    },
  ],
};

describe("for Slack", () => {
  test("a MessageCard has a header, marks of Slack's, fields, and buttons that lead somewhere", () => {
    const { cards, summary } = read(messageCard);
    expect(slackMessage(cards, summary)).toEqual({
      text: [
        "*Build 42*",
        "*Failed* on <https://ci.example/a%7Cb|main> for &lt;x&gt; &amp; y",
        "*Branch*: _main_",
        "<https://ci.example/|Open>",
        "Run again, Comment: works only where the card was posted.",
      ].join("\n"),
      blocks: [
        { type: "header", text: { type: "plain_text", text: "Build 42", emoji: true } },
        {
          type: "section",
          text: { type: "mrkdwn", text: "*Failed* on <https://ci.example/a%7Cb|main> for &lt;x&gt; &amp; y" },
        },
        { type: "section", fields: [{ type: "mrkdwn", text: "*Branch*\n_main_" }] },
        {
          type: "actions",
          elements: [{ type: "button", text: { type: "plain_text", text: "Open" }, url: "https://ci.example/" }],
        },
        {
          type: "context",
          elements: [{ type: "mrkdwn", text: "Run again, Comment: works only where the card was posted." }],
        },
      ],
    });
  });

  test("nobody is called who was not meant, and nothing is longer than Slack takes", () => {
    const { cards, summary } = read({ "@type": "MessageCard", text: `<!channel> <@U1> ${"x".repeat(20_000)}` });
    const { text, blocks } = slackMessage(cards, summary) as { text: string; blocks: { text: { text: string } }[] };
    expect(text).toContain("&lt;!channel&gt; &lt;@U1&gt;");
    expect(blocks[0]?.text.text.length).toBe(3_000);
  });
});

describe("for Teams Workflows", () => {
  test("a MessageCard is converted, without buttons that only Parvis can press", () => {
    const [attachment] = workflowsMessage(read(messageCard).cards).attachments as { content: object }[];
    expect(attachment?.content).toMatchObject({
      type: "AdaptiveCard",
      actions: [{ type: "Action.OpenUrl", title: "Open", url: "https://ci.example/" }],
    });
    expect(JSON.stringify(attachment)).not.toMatch(/parvis|Action.Submit|ShowCard/);
  });

  test("an Adaptive Card goes as it came, mentions and all", () => {
    const content = {
      type: "AdaptiveCard",
      version: "1.4",
      body: [{ type: "TextBlock", text: "<at>Ann</at>" }],
      msteams: {
        width: "Full",
        entities: [{ type: "mention", text: "<at>Ann</at>", mentioned: { id: "1", name: "Ann" } }],
      },
    };
    const { cards } = read({
      type: "message",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
    });
    expect(workflowsMessage(cards)).toEqual({
      type: "message",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
    });
  });
});

test("a program gets the card as sent, as an Adaptive Card, and as text", () => {
  const { cards, summary } = read({ title: "T", text: "a **b** [c](https://d.example/)" });
  const post = {
    id: "1",
    time: "2026-03-01T10:00:00.000Z",
    connector: { id: "2", name: "Builds" },
    team: null,
    channel: null,
    summary,
  };
  expect(cardEvent({ ...post, cards })).toEqual({
    ...post,
    text: "T\n=\n\na b c <https://d.example/>",
    cards: [
      {
        kind: "text",
        card: { title: "T", text: "a **b** [c](https://d.example/)" },
        adaptiveCard: expect.objectContaining({ type: "AdaptiveCard" }),
      },
    ],
  });
});
