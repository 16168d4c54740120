import { type SenderPhrase, sayInEnglish, senderPhrases } from "@parvis/cards";
import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import english from "./locales/en.json" with { type: "json" };
import { senderMessageIds } from "./sender-message-ids.ts";

const intl = createIntl({ locale: "en", messages: english });
const values = {
  actor: "noor-h",
  verb: "opened",
  object: "issue #5",
  name: "x",
  state: "Firing",
  event: "ship",
  action: "moored",
  branch: "main",
  repository: "tidewater/harbour",
  result: "failed",
  environment: "production",
};

/** What is stored, mailed and relayed is in English by the package; what is seen is by these messages. */
describe("the words of cards from other systems", () => {
  const rows = senderPhrases.flatMap((phrase): [SenderPhrase, number][] => [
    [phrase, 1],
    [phrase, 3],
  ]);
  test.each(rows)("%s for %i says the same in the client and in the package", (phrase, count) => {
    const message = intl.formatMessage({ id: senderMessageIds[phrase] }, { ...values, count });
    expect(message).toBe(sayInEnglish(phrase, { ...values, count }));
  });
});
