import { readStoredPayload } from "@parvis/cards";
import { mailOf, mailPhrases } from "@parvis/cards/mail";
import { cardEvent, slackMessage, workflowsMessage } from "@parvis/cards/relay";
import { Webhook } from "standardwebhooks";
import type { TeamService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { momentOf } from "../platform/identifiers.ts";
import { MailFailure } from "../platform/mail.ts";
import type { Platform } from "../platform/platform.ts";
import { type SwitchesService, switchError } from "./switches.service.ts";
import { type RelayFormat, type Verdict, verdictOf } from "./target.rules.ts";
import type { Target } from "./target.store.ts";
import { type Attempt, findOrigin, listSuppressed, type PendingCard, type Recipients } from "./target-queue.store.ts";
import { unsubscribeToken } from "./unsubscribe.rules.ts";

export type SentCard = Omit<PendingCard, "queuedAt">;

/** What became of one card at one target. */
export interface Sent {
  readonly verdict: Verdict;
  readonly attempt: Attempt;
}

/** Where a card comes from, in words. */
interface Place {
  readonly configurationId: string;
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly channel: { readonly id: string; readonly name: string } | null;
  /** The channel in the web client. */
  readonly link: string | null;
}

export interface TargetSender {
  send(tenantId: string, target: Target, card: SentCard): Promise<Sent>;
}

const relayTimeoutMilliseconds = 15_000;
const relayAnswerBytes = 16 * 1024;
/** Of an answer, what is kept for people. */
const answerLength = 500;
/** Members of a group that are read at a time. */
const membersRead = 200;

/** Path of the link that ends a mail; the token follows. */
export const unsubscribePath = "/unsubscribe/";

/** Sends one card to one target, once, and says what became of it. Throws only when Parvis itself is at fault. */
export function targetSender(
  platform: Pick<Platform, "database" | "mail" | "outbound" | "publicUrl" | "now">,
  teams: Pick<TeamService, "names" | "mailAddress" | "members">,
  switches: Pick<SwitchesService, "refusal">,
): TargetSender {
  const { database, mail, outbound, publicUrl, now } = platform;

  async function placeOf(tenantId: string, configurationId: string): Promise<Place> {
    const origin = await findOrigin(database.sql, tenantId, configurationId);
    const { teamId = null, channelId = null } = origin ?? {};
    const names = await teams.names(tenantId, teamId, channelId);
    const team = teamId === null || names.team === null ? null : { id: teamId, name: names.team };
    const channel = channelId === null || names.channel === null ? null : { id: channelId, name: names.channel };
    const link = team === null || channel === null ? null : `${publicUrl()}/teams/${team.id}/channels/${channel.id}`;
    return { configurationId, team, channel, link };
  }

  async function relay(target: Target, card: SentCard, place: Place): Promise<Sent> {
    const { cards, summary } = readStoredPayload(card.body);
    const sent = { "Content-Type": "application/json; charset=utf-8" };
    const { body, headers } = messageFor(target.format ?? "json", { cards, summary });
    try {
      const answer = await outbound.send({
        method: "POST",
        url: target.address ?? "",
        headers: { ...sent, ...headers },
        body,
        timeoutMilliseconds: relayTimeoutMilliseconds,
        maximumBytes: relayAnswerBytes,
      });
      const text = readable(answer.body.toString("utf8"));
      const retryAfter = answer.headers["retry-after"];
      const verdict = verdictOf(
        answer.status,
        text,
        typeof retryAfter === "string" ? retryAfter : retryAfter?.[0],
        now(),
      );
      const shown = text === "" ? `HTTP ${answer.status}` : `HTTP ${answer.status}: ${text}`;
      return { verdict, attempt: { status: answer.status, answer: shown } };
    } catch (error) {
      if (!(error instanceof ParvisError) || !error.code.startsWith("outbound/")) throw error;
      // What the operator refuses stays refused; what cannot be reached may be reachable later.
      const outcome = error.code === "outbound/refused" ? ("refused" as const) : ("later" as const);
      return { verdict: { outcome }, attempt: { status: null, answer: error.message } };
    }

    function messageFor(format: RelayFormat, content: ReturnType<typeof readStoredPayload>) {
      if (format === "workflows") return { body: JSON.stringify(workflowsMessage(content.cards)), headers: {} };
      if (format === "slack")
        return { body: JSON.stringify(slackMessage(content.cards, content.summary)), headers: {} };
      const time = momentOf(card.id);
      const event = cardEvent({
        id: card.id,
        time: time.toISOString(),
        connector: { id: place.configurationId, name: card.authorName },
        team: place.team,
        channel: place.channel,
        ...content,
      });
      const body = JSON.stringify(event);
      return {
        body,
        headers: { ...cloudEvent(card.id, place.configurationId, time), ...signatures(target, card.id, body) },
      };
    }
  }

  /** CloudEvents 1.0, HTTP protocol binding, binary mode: attributes are headers, the body is the data. */
  function cloudEvent(id: string, configurationId: string, time: Date): Record<string, string> {
    return {
      "ce-specversion": "1.0",
      "ce-id": id,
      "ce-source": `${publicUrl()}/api/connectors/${configurationId}`,
      "ce-type": "parvis.card.posted",
      "ce-time": time.toISOString(),
    };
  }

  /** Standard Webhooks: the id is the card's in every attempt, the time is this attempt's; both secrets sign for a while. */
  function signatures(target: Target, id: string, body: string): Record<string, string> {
    const at = now();
    const { secret, previousSecret, previousSecretUntil } = target;
    const stillGood = previousSecret !== null && previousSecretUntil !== null && previousSecretUntil > at;
    const secrets = [...(secret === null ? [] : [secret]), ...(stillGood ? [previousSecret] : [])];
    if (secrets.length === 0) return {};
    return {
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": secrets.map((each) => new Webhook(each, { format: "raw" }).sign(id, at, body)).join(" "),
    };
  }

  /** A page of members at a time, so that a team of thousands is never in memory at once. */
  async function* members(tenantId: string, teamId: string): AsyncGenerator<string> {
    for (let after: readonly string[] | undefined; ; ) {
      const page = await teams.members(tenantId, teamId, { limit: membersRead, after });
      for (const { upn } of page.slice(0, membersRead)) yield upn;
      const last = page[membersRead - 1];
      if (page.length <= membersRead || last === undefined) return;
      after = [last.displayName.toLowerCase(), last.personId];
    }
  }

  async function* recipientsOf(tenantId: string, target: Target, place: Place): AsyncGenerator<string> {
    if (target.kind === "mail") {
      if (target.address !== null) yield target.address;
      return;
    }
    if (place.team === null) return;
    const shared = await teams.mailAddress(tenantId, place.team.id);
    if (shared === null) yield* members(tenantId, place.team.id);
    else yield shared.toLowerCase();
  }

  async function post(tenantId: string, target: Target, card: SentCard, place: Place): Promise<Sent> {
    const { cards, summary } = readStoredPayload(card.body);
    const suppressed = await listSuppressed(database.sql, tenantId, target.configurationId);
    const done = new Set(card.recipients?.done);
    const refused: Record<string, string> = { ...card.recipients?.refused };
    let answer = "";
    let reached = 0;
    const recipients = (): { recipients: Recipients } => ({ recipients: { done: [...done], refused } });
    for await (const address of recipientsOf(tenantId, target, place)) {
      if (suppressed.has(address) || done.has(address) || Object.hasOwn(refused, address)) continue;
      const unsubscribe = `${publicUrl()}${unsubscribePath}${unsubscribeToken({ tenantId, targetId: target.id, address }, target.unsubscribeKey)}`;
      const { subject, html, text } = mailOf({
        cards,
        summary,
        authorName: card.authorName,
        team: place.team?.name ?? null,
        channel: place.channel?.name ?? null,
        link: place.link,
        unsubscribe,
        language: target.language,
        phrases: mailPhrases[target.language],
      });
      try {
        answer = await mail.send({
          to: address,
          subject,
          html,
          text,
          fromName: card.authorName,
          messageId: `${card.id}.${target.id}`,
          headers: {
            "List-Unsubscribe": `<${unsubscribe}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "List-Id": `<${place.configurationId}.connectors.${new URL(publicUrl()).hostname}>`,
          },
        });
        reached++;
        done.add(address);
      } catch (error) {
        const failure = error instanceof ParvisError ? new MailFailure(error.message, false, undefined) : error;
        if (!(failure instanceof MailFailure)) throw error;
        if (!failure.permanent) {
          const attempt = { status: failure.code ?? null, answer: readable(failure.message), ...recipients() };
          return { verdict: { outcome: "later" }, attempt };
        }
        refused[address] = readable(failure.message);
      }
    }
    const turnedAway = Object.values(refused);
    const [why = ""] = turnedAway;
    if (done.size === 0 && turnedAway.length > 0) {
      return { verdict: { outcome: "refused" }, attempt: { status: 550, answer: why, ...recipients() } };
    }
    if (done.size === 0) {
      const nobody = { status: null, answer: "Nobody is left to write to: all have unsubscribed." };
      return { verdict: { outcome: "delivered" }, attempt: nobody };
    }
    const partly =
      turnedAway.length > 0 ? ` ${turnedAway.length} of ${done.size + turnedAway.length} refused: ${why}` : "";
    const status = reached > 0 ? 250 : null;
    return {
      verdict: { outcome: "delivered" },
      attempt: { status, answer: readable(answer + partly), ...recipients() },
    };
  }

  /** What is switched off stays unsent: a card that was accepted before may come to a mailbox no more. */
  async function switchedOff(tenantId: string, target: Target, { team }: Place): Promise<Sent | undefined> {
    const workload = target.kind === "relay" ? ("teams" as const) : ("outlook" as const);
    const question = { act: "post", workload, connectorId: null, manages: false } as const;
    const refusal = await switches.refusal(tenantId, team?.id ?? null, question);
    if (refusal === undefined) return undefined;
    const attempt = { status: null, answer: switchError(refusal).message };
    return { verdict: { outcome: "refused", blameless: true }, attempt };
  }

  return {
    send: async (tenantId, target, card) => {
      const place = await placeOf(tenantId, target.configurationId);
      const off = await switchedOff(tenantId, target, place);
      if (off !== undefined) return off;
      return target.kind === "relay" ? await relay(target, card, place) : await post(tenantId, target, card, place);
    },
  };
}

/** An answer for people: one line, not too long, nothing that a terminal obeys. */
function readable(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, answerLength);
}
