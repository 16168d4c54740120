import { api, read } from "../../shared/api/client.ts";
import { hasCode, mayPass, Problem } from "../../shared/api/problem.ts";
import { newGuid } from "../../shared/new-guid.ts";
import { noteRevision } from "../channel/feed-source.ts";
import type { CardPlace } from "./card-place.ts";

/** A button that was pressed, and what was filled in for it. */
export interface PressedButton {
  /** `data.parvis.post` of the button. */
  readonly at: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
}

const retryMilliseconds = [500, 2_000, 5_000];

/** Whether nobody knows what came of a request: no answer arrived, or one that is none of Parvis's own. */
function isLost(error: unknown): boolean {
  return mayPass(error) && error instanceof Problem && !error.code.startsWith("card/");
}

/**
 * Sends a press. When its answer is lost it is asked for again under the same id, so that it is done once all the same.
 * The message is shown as it is then, also when the press is refused because the card has changed.
 * @throws Problem when it was refused.
 */
export async function pressButton(
  { message, index }: CardPlace,
  { at, inputs }: Omit<PressedButton, "title">,
): Promise<void> {
  const param = { channelId: message.channelId, messageId: message.id };
  const json = { pressId: newGuid(), revision: message.revision, card: index, at, inputs: { ...inputs } };
  const { messages } = api.channels[":channelId"];
  for (const wait of [...retryMilliseconds, undefined]) {
    try {
      noteRevision(await read(messages[":messageId"].presses.$post({ param, json })));
      return;
    } catch (error) {
      if (wait === undefined || !isLost(error)) {
        if (hasCode(error, "card/changed"))
          await read(messages[":messageId"].$get({ param })).then(noteRevision, () => undefined);
        throw error;
      }
      await new Promise((waited) => setTimeout(waited, wait));
    }
  }
}
