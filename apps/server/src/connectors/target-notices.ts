import { readWebhookPayload } from "@parvis/cards";
import { mailOf, mailPhrases } from "@parvis/cards/mail";
import type { PersonService, TeamService } from "../directory/index.ts";
import { MailFailure } from "../platform/mail.ts";
import type { Platform } from "../platform/platform.ts";
import { type StopReason, shownAddress } from "./target.rules.ts";
import { findTarget } from "./target.store.ts";
import { findOrigin } from "./target-queue.store.ts";

export const noticeQueue = "target-notices";

interface Notice {
  readonly tenantId: string;
  readonly targetId: string;
}

type Wording = Record<"title" | "fact" | "answer" | "waiting" | "next" | StopReason, string>;

const wordings: Record<"en" | "fr", Wording> = {
  en: {
    title: "no longer sends its cards to",
    fact: "Stopped because",
    answer: "Last answer",
    waiting: "Cards not delivered",
    next: "Nothing is lost: start it again in the connectors of the channel, and send the cards again from there.",
    byHand: "Somebody stopped it.",
    failing: "It has taken nothing for days.",
    refusing: "It refused too many cards in a row.",
    gone: "It answered that it is gone for good.",
    unsubscribed: "Its reader asked for no more mail.",
  },
  fr: {
    title: "n’envoie plus ses cartes à",
    fact: "Raison de l’arrêt",
    answer: "Dernière réponse",
    waiting: "Cartes non remises",
    next: "Rien n’est perdu\u00a0: relancez l’envoi dans les connecteurs du canal, et renvoyez-y les cartes.",
    byHand: "Quelqu’un l’a arrêté.",
    failing: "Aucune carte n’a été acceptée depuis des jours.",
    refusing: "Trop de cartes de suite ont été refusées.",
    gone: "Le destinataire a répondu qu’il n’existe plus.",
    unsubscribed: "Son lecteur ne veut plus de message.",
  },
};

/** Characters that Markdown would take for marks: answers and addresses are told to the letter. */
const literal = (text: string) => text.replace(/[\\`*_{}[\]()#+\-.!<>|~&=:]/g, "\\$&");

/**
 * Tells who added a target that it was stopped; when they are gone, the owners of the team. Without a mail server nobody is
 * told by mail: the target itself and the audit log say it.
 */
export function tellOwnersOfStoppedTargets(
  { database, jobs, mail, log, publicUrl }: Pick<Platform, "database" | "jobs" | "mail" | "log" | "publicUrl">,
  { teams, people }: { readonly teams: TeamService; readonly people: PersonService },
): void {
  async function ownersOf(tenantId: string, createdBy: string | null, teamId: string | null): Promise<string[]> {
    const author = createdBy === null ? undefined : (await people.many(tenantId, [createdBy])).get(createdBy);
    if (author !== undefined) return [author.upn];
    if (teamId === null) return [];
    const owners = (await teams.roles(tenantId, teamId)).flatMap(([id, role]) => (role === "owner" ? [id] : []));
    return [...(await people.many(tenantId, owners)).values()].map(({ upn }) => upn);
  }

  async function tell({ tenantId, targetId }: Notice): Promise<void> {
    const target = await findTarget(database.sql, tenantId, targetId);
    // Started again, or removed, before anybody could be told.
    if (target === undefined || target.state === "active" || !mail.configured) return;
    const origin = await findOrigin(database.sql, tenantId, target.configurationId);
    if (origin === undefined) return;
    const { teamId, channelId, authorName } = origin;
    const names = await teams.names(tenantId, teamId, channelId);
    const words = wordings[target.language];
    const address = shownAddress(target.kind, target.address) ?? names.team ?? "";
    const facts = [
      { name: words.fact, value: literal(words[target.stopReason ?? "byHand"]) },
      { name: words.answer, value: literal(target.lastAnswer ?? "") },
      { name: words.waiting, value: String(target.dead) },
    ];
    const card = {
      "@type": "MessageCard",
      summary: `${authorName} ${words.title} ${address}`,
      title: literal(`${authorName} ${words.title} ${address}`),
      sections: [{ facts, text: words.next }],
    };
    const read = readWebhookPayload(JSON.stringify(card));
    if (!read.accepted) throw new Error("A notice is a card.");
    const link =
      names.team === null || names.channel === null ? null : `${publicUrl()}/teams/${teamId}/channels/${channelId}`;
    const { subject, html, text } = mailOf({
      cards: read.cards,
      summary: read.summary,
      authorName,
      team: names.team,
      channel: names.channel,
      link,
      unsubscribe: null,
      language: target.language,
      phrases: mailPhrases[target.language],
    });
    for (const to of await ownersOf(tenantId, target.createdBy, teamId)) {
      try {
        await mail.send({ to, subject, html, text, messageId: `stopped.${targetId}.${Date.now()}` });
      } catch (error) {
        if (!(error instanceof MailFailure) || !error.permanent) throw error;
        log.warn({ tenantId, targetId }, "The owner of a stopped target could not be told: the mailbox refuses");
      }
    }
  }

  jobs.queue<Notice>({
    name: noticeQueue,
    concurrency: 2,
    pollSeconds: 30,
    retries: 30,
    expireSeconds: 300,
    run: tell,
  });
}
