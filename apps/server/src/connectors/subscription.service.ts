import type { TeamService } from "../directory/index.ts";
import { command } from "../platform/events/command.ts";
import type { Platform } from "../platform/platform.ts";
import { findTarget, startTarget, stopTarget, type Target } from "./target.store.ts";
import { findOrigin, listSuppressed, suppress, unsuppress } from "./target-queue.store.ts";
import { isUnsubscribeToken, readUnsubscribeToken } from "./unsubscribe.rules.ts";

/** What the link in a mail stands for. */
export interface MailSubscription {
  readonly tenantId: string;
  readonly target: Target;
  readonly address: string;
  /** Whose cards they are, and of which team. */
  readonly connector: string;
  readonly team: string | null;
  readonly subscribed: boolean;
}

export type SubscriptionService = ReturnType<typeof subscriptionService>;

/** Mail that its readers end, and begin again, by the link it carries: no sign-in, the link is the proof. */
export function subscriptionService(
  { database }: Pick<Platform, "database">,
  teams: Pick<TeamService, "names" | "mailAddress">,
) {
  /** @returns undefined for a link that is none, or whose target is gone: then nothing is sent anyway. */
  async function find(token: string): Promise<MailSubscription | undefined> {
    const said = readUnsubscribeToken(token);
    if (said === undefined) return undefined;
    const { tenantId, targetId, address } = said;
    const target = await findTarget(database.sql, tenantId, targetId);
    if (target === undefined || !isUnsubscribeToken(token, target.unsubscribeKey)) return undefined;
    const [origin, suppressed] = await Promise.all([
      findOrigin(database.sql, tenantId, target.configurationId),
      listSuppressed(database.sql, tenantId, target.configurationId),
    ]);
    if (origin === undefined) return undefined;
    const { team } = await teams.names(tenantId, origin.teamId, null);
    return { tenantId, target, address, connector: origin.authorName, team, subscribed: !suppressed.has(address) };
  }

  /** Whether nobody else gets this target's mail. */
  async function isOnlyReader({ tenantId, target, address }: MailSubscription): Promise<boolean> {
    if (target.kind === "mail") return true;
    const origin = await findOrigin(database.sql, tenantId, target.configurationId);
    const shared = origin?.teamId == null ? null : await teams.mailAddress(tenantId, origin.teamId);
    return shared?.toLowerCase() === address;
  }

  return {
    find,

    /** Ends or begins mail to the link's address; twice is once. @returns how it stands then. */
    async set(token: string, subscribed: boolean): Promise<MailSubscription | undefined> {
      const found = await find(token);
      if (found === undefined || found.subscribed === subscribed) return found;
      const { tenantId, target, address } = found;
      const only = await isOnlyReader(found);
      await command(database, { tenantId, actor: { kind: "system" } }, async (tx) => {
        if (subscribed) {
          await unsuppress(tx, tenantId, target.configurationId, address);
          if (only && target.stopReason === "unsubscribed") await startTarget(tx, tenantId, target.id);
        } else {
          await suppress(tx, tenantId, target.configurationId, address);
          if (only) await stopTarget(tx, tenantId, target.id, "unsubscribed");
        }
        const operation = subscribed ? "Parvis.ConnectorMailSubscribed" : "Parvis.ConnectorMailUnsubscribed";
        const event = { operation, subjectId: target.configurationId, detail: { targetId: target.id, address } };
        return { event, result: undefined };
      });
      return { ...found, subscribed };
    },
  };
}
