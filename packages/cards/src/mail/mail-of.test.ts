import { describe, expect, test } from "vitest";
import { readWebhookPayload } from "../index.ts";
import { type MailCard, mailOf, mailPhrases } from "./index.ts";

function mail(payload: object, change: Partial<MailCard> = {}) {
  const read = readWebhookPayload(JSON.stringify(payload));
  if (!read.accepted) throw new Error(read.explanation);
  return mailOf({
    cards: read.cards,
    summary: read.summary,
    authorName: "Builds",
    team: "Engineering",
    channel: "General",
    link: "https://parvis.example/c",
    unsubscribe: "https://parvis.example/u",
    language: "en",
    phrases: mailPhrases.en,
    ...change,
  });
}

const card = {
  "@type": "MessageCard",
  summary: "Build 42 failed",
  themeColor: "d70000ff",
  title: "Build 42 failed",
  text: "See **the log**:\n\n1. [first](https://ci.example/1)\n2. second & third",
  sections: [
    { activityTitle: "Ann", activitySubtitle: "just now", activityImage: "https://ci.example/ann.png" },
    {
      facts: [
        { name: "Branch:", value: "main" },
        { name: "Commit", value: "`abc`" },
      ],
      startGroup: true,
    },
  ],
  potentialAction: [
    { "@type": "OpenUri", name: "Open", targets: [{ os: "default", uri: "https://ci.example/a b" }] },
    { "@type": "HttpPOST", name: "Run again", target: "https://ci.example/run" },
  ],
};

describe("a mail", () => {
  test("says as text what the card says, with addresses that can be followed", () => {
    expect(mail(card).text).toBe(`Builds · Engineering / General

Build 42 failed
===============

See the log:
1. first <https://ci.example/1>
2. second & third

Ann

just now

---

Branch: main
Commit: abc

Open: https://ci.example/a%20b
Run again: open the channel to use this.

-- 
Open the channel: https://parvis.example/c
You get this mail because Builds sends its cards to the team Engineering.
Unsubscribe: https://parvis.example/u
`);
  });

  test("says the rest in the reader's language, and without a channel names none", () => {
    const { text, html } = mail(card, {
      language: "fr",
      phrases: mailPhrases.fr,
      team: null,
      channel: null,
      link: null,
    });
    expect(text).toContain("Builds envoie ses cartes à cette adresse");
    expect(text).toContain("Run again\u00a0: ne peut pas servir dans un message.");
    expect(text).not.toContain("Ouvrir le canal");
    expect(html).toContain('<html lang="fr">');
  });

  test("keeps a colour mail readers know, and none that is no colour", () => {
    expect(mail(card).html).toContain('border-top:4px solid #D70000"');
    expect(mail({ ...card, themeColor: 'red"><script>' }).html).toContain('border-top:4px solid #5b5fc7"');
  });

  test("escapes all that a card can write", () => {
    const evil = `"><img src=x onerror=alert(1)> & 'x'`;
    const { html, subject } = mail(
      {
        "@type": "MessageCard",
        summary: `a\r\nBcc: eve@evil.example ${evil}`,
        title: evil,
        text: `[${evil}](https://a.example/?q="><script>) ![${evil}](https://a.example/"onload="x)`,
        sections: [
          {
            activityTitle: evil,
            facts: [{ name: evil, value: evil }],
            images: [{ image: `https://a.example/"><script>`, title: evil }],
          },
        ],
        potentialAction: [
          { "@type": "OpenUri", name: evil, targets: [{ os: "default", uri: `https://a.example/"><script>` }] },
          { "@type": "HttpPOST", name: evil, target: "https://a.example/" },
        ],
      },
      { authorName: evil, team: evil, channel: evil },
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<script|<img src=x|"onload=/i);
  });

  test("shows pictures from the web only, and leaves out addresses that are none", () => {
    const { html } = mail({
      "@type": "MessageCard",
      text: "![a](javascript:x) [b](javascript:y) ![c](data:image/png;base64,AAAA) ![d](https://a.example/d.png)",
      summary: "s",
      sections: [{ images: [{ image: "data:image/png;base64,AAAA" }, { image: "https://a.example/e.png" }] }],
    });
    expect([...html.matchAll(/src="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      "https://a.example/d.png",
      "https://a.example/e.png",
    ]);
    expect(html).not.toContain('="javascript:');
  });

  test("has a subject of one line that is not too long", () => {
    expect(mail({ text: "x ".repeat(500) }).subject.length).toBeLessThanOrEqual(200);
    expect(mail(card, { summary: "" }).subject).toBe("Builds");
  });

  test("that is none of a connector's cards says nothing of why it came", () => {
    const { text, html } = mail(card, { unsubscribe: null, link: null });
    expect(text).not.toContain("-- ");
    expect(html).not.toContain("Unsubscribe");
  });

  test("tells tables, code and dates of Adaptive Cards", () => {
    const content = {
      type: "AdaptiveCard",
      version: "1.5",
      body: [
        {
          type: "Table",
          columns: [{}, {}],
          rows: [
            { type: "TableRow", cells: [cell("Name"), cell("State")] },
            { type: "TableRow", cells: [cell("web"), cell("**up**")] },
          ],
        },
        { type: "CodeBlock", codeSnippet: "if (a < b)\n  run();" },
        { type: "TextBlock", text: "at {{DATE(2026-03-01T10:00:00Z, SHORT)}} {{TIME(2026-03-01T10:00:00Z)}}" },
        { type: "Shiny", fallback: { type: "TextBlock", text: "no shine" } },
        { type: "TextBlock", text: "hidden", isVisible: false },
      ],
    };
    const { text, html } = mail({
      type: "message",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
    });
    expect(text).toContain("Name | State\nweb | up");
    expect(text).toContain("    if (a < b)\n      run();");
    expect(text).toMatch(/at Mar 1, 2026 10:00\sAM UTC/);
    expect(text).toContain("no shine");
    expect(text).not.toContain("hidden");
    expect(html).toContain("if (a &lt; b)");
  });
});

function cell(text: string) {
  return { type: "TableCell", items: [{ type: "TextBlock", text }] };
}
