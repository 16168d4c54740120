/**
 * Prints how many small cards a second one core reads: `node packages/cards/tools/rate.ts`.
 * The card is the 1.5 KB MessageCard of the size of the ingest budget (architecture.md, Budgets).
 */
import { readStoredPayload, readWebhookPayload, toAdaptiveCard } from "../src/index.ts";

const facts = Array.from({ length: 11 }, (_, index) => ({
  name: `Measure ${index}`,
  value: `The value of measure ${index} went over its limit of ${index * 10} %`,
}));
const messageCard = JSON.stringify({
  "@type": "MessageCard",
  "@context": "http://schema.org/extensions",
  themeColor: "0076D7",
  summary: "Build 167 of the main branch failed",
  title: "Build 167 failed",
  text: "The **main** branch does not build since [this change](https://git.example.com/change/4711).",
  sections: [
    {
      activityTitle: "Megan Bowen",
      activitySubtitle: "pushed three commits",
      activityImage: "https://people.example.com/megan.png",
      facts,
      markdown: true,
    },
  ],
  potentialAction: [
    {
      "@type": "OpenUri",
      name: "View build",
      targets: [{ os: "default", uri: "https://ci.example.com/build/167" }],
    },
  ],
});
const adaptive = JSON.stringify({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: toAdaptiveCard({ kind: "messageCard", card: JSON.parse(messageCard) }),
    },
  ],
});

function rate(name: string, work: () => void): void {
  for (let round = 0; round < 20_000; round++) work();
  const rounds = 200_000;
  // Processor time, not the clock: other work on the machine must not count.
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round++) work();
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  process.stdout.write(
    `${name.padEnd(44)} ${Math.round(rounds / seconds)
      .toLocaleString("en")
      .padStart(10)} /s\n`,
  );
}

const bytes = new TextEncoder().encode(messageCard);
const read = { kind: "messageCard", card: JSON.parse(messageCard) } as const;
rate(`JSON.parse alone, MessageCard of ${bytes.length} bytes`, () => JSON.parse(messageCard));
rate("readWebhookPayload, MessageCard as string", () => readWebhookPayload(messageCard));
rate("readWebhookPayload, MessageCard as bytes", () => readWebhookPayload(bytes));
rate(`readWebhookPayload, envelope of ${adaptive.length} bytes`, () => readWebhookPayload(adaptive));
rate('readWebhookPayload, {"text":"..."}', () => readWebhookPayload('{"text":"Build 167 failed"}'));
rate("readStoredPayload, MessageCard", () => readStoredPayload(messageCard));
rate("toAdaptiveCard, MessageCard", () => toAdaptiveCard(read));
