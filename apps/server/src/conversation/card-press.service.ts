import { setTimeout as sleep } from "node:timers/promises";
import {
  type CardAction,
  checkInputs,
  correlationId,
  expectedActors,
  findCardAction,
  readStoredPayload,
  replaceCard,
} from "@parvis/cards";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { newId } from "../platform/identifiers.ts";
import { type Identity, originOf } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import type { PressOutcome } from "./card-answer.rules.ts";
import * as rules from "./card-press.rules.ts";
import * as store from "./card-press.store.ts";
import { addressOf, cardRequest } from "./card-request.rules.ts";
import { sendToTarget } from "./card-target.ts";
import { keepAsSent } from "./delivery.store.ts";
import type { MessageService } from "./message.service.ts";
import { cardPressed, type KeptMessage, lockMessage, reviseMessage } from "./message.store.ts";

/** What the conversation asks of others to press a button. */
export interface CardButtons {
  /** Why buttons send nothing in a team, as the error to be told; undefined when they do. */
  refusal(tenantId: string, teamId: string): Promise<ParvisError | undefined>;
  /** Whether the person may use the app behind a card. @throws ParvisError access/app-not-available */
  requireApp(identity: Identity, configurationId: string): Promise<void>;
  /** The connector behind a card, and where its registration wants answers. */
  senderOf(
    tenantId: string,
    configurationId: string,
  ): Promise<{ connectorId: string | null; appId: string | null; actionsUrl: string | null } | undefined>;
  /** Connectors of a channel whose registration names an address for answers. */
  answeredIn(tenantId: string, channelId: string): Promise<string[]>;
}

/** What came of a press, and what its event says of it. */
interface Sent {
  readonly outcome: PressOutcome;
  readonly host: string;
  readonly appId: string | null;
}

const mostAMinute = 30;
/** Of a button's words, in statuses and events. */
const longestTitle = 200;
/** Presses are told apart from new ones for this long. */
const keptHours = 48;
const tokenSeconds = 300;
const pollMilliseconds = 100;

export type CardPressService = ReturnType<typeof cardPressService>;

/** Buttons of cards that make Parvis call somebody (contracts.md D.3). */
export function cardPressService(
  { database, outbound, keys, publicUrl }: Pick<Platform, "database" | "outbound" | "keys" | "publicUrl">,
  messages: Pick<MessageService, "read" | "enter">,
  buttons: CardButtons,
) {
  /** The button, as the stored message has it. */
  function findButton(message: KeptMessage, { card: index, at, revision }: rules.AskedPress) {
    if (revision < message.cardRevision) throw new ParvisError("card/changed");
    const card = readStoredPayload(message.body).cards[index];
    const action = card === undefined ? undefined : findCardAction(card, at);
    if (card === undefined || action === undefined) throw new ParvisError("card/action-not-found");
    return { card, action };
  }

  function requireExpected(identity: Identity, expected: readonly string[]): void {
    if (expected.length === 0) return;
    if (expected.includes(identity.upn.toLowerCase()) || expected.includes(identity.personId)) return;
    throw new ParvisError("card/not-expected", {
      detail: "The card names the people who may press its buttons, and you are not among them.",
    });
  }

  function requireInputs(action: CardAction, inputs: Readonly<Record<string, string>>): Record<string, string> {
    const issues = checkInputs(action.inputs, inputs);
    if (issues.length > 0) {
      const detail = issues.map(({ id, label, problem }) => `${label || id}: ${problem}`).join("; ");
      throw new ParvisError("card/inputs-wrong", { detail, extra: { issues } });
    }
    // Only inputs of this button: what else a browser sends is nothing.
    const ids = new Set(action.inputs.map(({ id }) => id));
    return Object.fromEntries(Object.entries(inputs).filter(([id]) => ids.has(id)));
  }

  /** Takes the press, unless it was made before: then says which that was. */
  async function claim(
    { tenantId, personId }: Identity,
    channelId: string,
    asked: rules.AskedPress,
  ): Promise<{ mine: boolean; pressId: string }> {
    return await database.sql.transaction().execute(async (tx) => {
      await store.queueUp(tx, tenantId, personId);
      const before = await findBefore(tenantId, personId, asked, tx);
      if (before !== undefined) return { mine: false, pressId: before.pressId };
      const now = new Date();
      if ((await store.countSince(tx, tenantId, personId, new Date(now.getTime() - 60_000))) >= mostAMinute)
        throw new ParvisError("card/pressed-too-often", { retryAfterSeconds: 60 });
      const { pressId, messageId, revision } = asked;
      const sameness = rules.samenessOf(asked);
      await store.insertPress(tx, tenantId, personId, {
        pressId,
        sameness,
        revision,
        startedAt: now,
        channelId,
        messageId,
      });
      return { mine: true, pressId };
    });
  }

  async function findBefore(tenantId: string, personId: string, asked: rules.AskedPress, sql = database.sql) {
    const alike = await store.findAlike(sql, tenantId, personId, {
      pressId: asked.pressId,
      sameness: rules.samenessOf(asked),
    });
    return alike.find((press) => rules.isSamePress(press, asked, new Date()));
  }

  /** Waits for a press that is under way, here or on another node. @throws what came of it */
  async function outcomeOf({ tenantId, personId }: Identity, pressId: string): Promise<void> {
    for (;;) {
      const press = await store.findPress(database.sql, tenantId, personId, pressId);
      if (press === undefined) throw new ParvisError("card/outcome-unknown");
      if (press.failure !== null) throw new ParvisError(press.failure.code, press.failure);
      if (press.state === "done") return;
      if (!rules.isUnderWay(press, new Date()))
        throw new ParvisError("card/outcome-unknown", {
          detail: "Parvis stopped before the answer came. Look at the other side before you press again.",
        });
      await sleep(pollMilliseconds);
    }
  }

  async function send(
    identity: Identity,
    message: KeptMessage,
    { card, action }: ReturnType<typeof findButton>,
    inputs: Readonly<Record<string, string>>,
  ): Promise<Sent> {
    const { tenantId, personId, upn } = identity;
    const sender = await buttons.senderOf(tenantId, message.configurationId);
    const appId = sender?.appId ?? null;
    const url = addressOf(action, inputs, sender?.actionsUrl ?? null);
    if (url === undefined || !URL.canParse(url)) {
      const detail = "What the card has for an address is none, or its connector names none for answers.";
      return { outcome: { done: false, failure: { code: "card/target-not-allowed", detail } }, host: "", appId };
    }
    const { origin, host } = new URL(url);
    const expected = expectedActors(card);
    const token = await keys.sign(
      {
        sender: sender?.connectorId ?? "IncomingWebhook",
        tid: tenantId,
        oid: personId,
        // The address that the sender knows the person by; others are told the id alone.
        ...(expected.includes(upn.toLowerCase()) ? { email: upn } : {}),
      },
      {
        issuer: `${publicUrl()}/${tenantId}/v2.0`,
        audience: origin,
        subject: personId,
        expiresInSeconds: tokenSeconds,
      },
    );
    const frame = { token, correlationId: correlationId(card), requestId: newId(), actorId: personId, tenantId };
    const outcome = await sendToTarget(outbound, action, cardRequest(action, url, inputs, frame));
    return { outcome, host, appId };
  }

  /** Writes what came of a press: the card's status and perhaps its new face, the press, and the event, or nothing at all. */
  async function conclude(
    identity: Identity,
    requestId: string,
    place: { teamId: string; channelId: string },
    asked: rules.AskedPress,
    title: string,
    { outcome, host, appId }: Sent,
  ): Promise<void> {
    const { tenantId, personId, displayName } = identity;
    await command(database, originOf(identity, requestId), async (tx) => {
      const failure = outcome.done ? undefined : outcome.failure;
      if (!(await store.finishPress(tx, tenantId, personId, asked.pressId, failure)))
        throw new ParvisError("card/outcome-unknown");
      const message = await lockMessage(tx, tenantId, place.channelId, asked.messageId);
      if (message === undefined) throw new ParvisError("message/not-found");
      if (outcome.done) {
        const actor = { id: personId, name: displayName };
        const status = { card: asked.card, action: title, text: outcome.text, actor, at: new Date().toISOString() };
        const revision = message.revision + 1;
        const replaced =
          outcome.update === undefined ? undefined : replaceCard(message.body, asked.card, outcome.update);
        // A card may give way to several: those after it move on.
        const more = (outcome.update?.cards.length ?? 1) - 1;
        const others = (message.statuses ?? [])
          .filter(({ card }) => card !== asked.card)
          .map((other) => (other.card > asked.card ? { ...other, card: other.card + more } : other));
        if (replaced !== undefined) await keepAsSent(tx, tenantId, message);
        await reviseMessage(tx, tenantId, {
          ...message,
          revision,
          statuses: [...others, status],
          ...(replaced === undefined
            ? {}
            : { body: replaced.canonical, summary: replaced.summary, cardRevision: revision }),
        });
      }
      const event = {
        operation: cardPressed,
        ...place,
        ...(appId === null ? {} : { appId }),
        subjectId: asked.messageId,
        detail: {
          action: title,
          target: host,
          outcome: failure?.code ?? (outcome.done && outcome.update !== undefined ? "replaced" : "done"),
        },
      };
      return { event, result: undefined };
    });
  }

  return {
    /**
     * Presses a button: finds it in the stored message, sends what it asks for, and keeps what came of it. The same press
     * is sent once, however often it is asked for.
     * @returns the message as it is then.
     * @throws ParvisError message/not-found, connector/…, access/app-not-available, card/…: then the card is as it was.
     */
    async press(
      identity: Identity,
      requestId: string,
      channelId: string,
      asked: rules.AskedPress,
    ): Promise<KeptMessage> {
      const { tenantId, personId } = identity;
      const { message, team } = await messages.read(identity, channelId, asked.messageId);
      const now = async () => (await messages.read(identity, channelId, asked.messageId)).message;
      const before = await findBefore(tenantId, personId, asked);
      if (before !== undefined) {
        await outcomeOf(identity, before.pressId);
        return await now();
      }
      const refusal = await buttons.refusal(tenantId, team.id);
      if (refusal !== undefined) throw refusal;
      await buttons.requireApp(identity, message.configurationId);
      const found = findButton(message, asked);
      requireExpected(identity, expectedActors(found.card));
      const inputs = requireInputs(found.action, asked.inputs);
      const { mine, pressId } = await claim(identity, channelId, asked);
      if (mine) {
        const sent = await send(identity, message, found, inputs).catch(async (fault: unknown) => {
          // Not left under way: who presses again is not kept waiting for it.
          const failure = { code: "card/outcome-unknown" as const, detail: "Something went wrong in Parvis." };
          await store.finishPress(database.sql, tenantId, personId, pressId, failure);
          throw fault;
        });
        const title = found.action.title.slice(0, longestTitle).toWellFormed();
        await conclude(identity, requestId, { teamId: team.id, channelId }, asked, title, sent);
        if (!sent.outcome.done) throw new ParvisError(sent.outcome.failure.code, sent.outcome.failure);
      } else await outcomeOf(identity, pressId);
      return await now();
    },

    /** What buttons of a channel's cards can do. @throws ParvisError channel/not-found */
    async inChannel(identity: Identity, channelId: string) {
      const { team } = await messages.enter(identity, channelId);
      const [refusal, receivers] = await Promise.all([
        buttons.refusal(identity.tenantId, team.id),
        buttons.answeredIn(identity.tenantId, channelId),
      ]);
      return { refusal: refusal === undefined ? null : { code: refusal.code, detail: refusal.message }, receivers };
    },

    async sweep(): Promise<void> {
      await store.deleteOldPresses(database.sql, keptHours);
    },
  };
}
