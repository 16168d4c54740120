import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import { type GovernedApp, isOfOthers, isOpen } from "./access.rules.ts";
import type { AccessService } from "./access.service.ts";
import type { AppRuleService } from "./app-rule.service.ts";
import { audience, type PeopleRelations } from "./audience.store.ts";
import type { PolicyMemory } from "./policy-memory.ts";
import * as store from "./request.store.ts";

const mostOpenedAtOnce = 1_000;

export type { AppRequest } from "./request.store.ts";

export type RequestService = ReturnType<typeof requestService>;

/** Marks the requests of everybody who may use an app by now as allowed. @returns whose those were */
export async function settleRequests(
  tx: Sql,
  origin: Origin,
  app: GovernedApp,
  memory: Pick<PolicyMemory, "within">,
  relations: PeopleRelations,
): Promise<string[]> {
  const { tenantId } = origin;
  const policies = memory.within(tx, tenantId);
  const [settings, rule] = await Promise.all([policies.settings(), policies.app(app.id)]);
  if (!isOpen({ app, settings, rule })) return [];
  const among = audience(tenantId, app, rule, settings, store.waitingFor(tenantId, app.id), relations);
  const by = authorOf(origin);
  const answered = await store.decideRequests(tx, tenantId, app.id, { state: "allowed", by, answer: "", among });
  return answered.map(({ personId }) => personId);
}

/** People ask for apps they cannot use; administrators allow or dismiss, and whoever asked is told. */
export function requestService(
  { database }: Pick<Platform, "database">,
  memory: Pick<PolicyMemory, "changing" | "within" | "of">,
  access: Pick<AccessService, "explain">,
  appRules: Pick<AppRuleService, "openFor" | "putStatusWithin">,
  relations: PeopleRelations,
) {
  return {
    /**
     * Asks for an app. Asking again while nobody has answered changes nothing.
     * @throws ParvisError app-request/not-needed, app-request/not-taken with the organisation's link
     */
    async ask(origin: Origin, personId: string, app: GovernedApp, note: string): Promise<store.AppRequest> {
      const { tenantId } = origin;
      const settings = await memory.of(tenantId).settings();
      const decision = await access.explain(tenantId, personId, app);
      if (isOfOthers(decision)) throw new ParvisError("app/not-found");
      if (decision.allowed) throw new ParvisError("app-request/not-needed", because("request/available"));
      if (!settings.allowUserRequests.value)
        throw new ParvisError("app-request/not-taken", because("request/none-taken"));
      if (settings.requestLink.value !== "")
        throw new ParvisError("app-request/not-taken", {
          ...because("request/elsewhere", { link: settings.requestLink.value }),
          extra: { requestLink: settings.requestLink.value },
        });
      const open = await store.findOpen(database.sql, tenantId, app.id, personId);
      if (open !== undefined) return open;
      return await command(database, origin, async (tx) => {
        const id = newId();
        await store.insertRequest(tx, tenantId, { id, appId: app.id, personId, note });
        const made = await store.findOpen(tx, tenantId, app.id, personId);
        if (made === undefined) throw new Error("A request that was just written is gone.");
        const event = { operation: "Parvis.AppRequested", appId: app.id, subjectId: personId, detail: { note } };
        return { event, result: made };
      });
    },

    /** Whether and how somebody may ask for an app, and their newest request for it. */
    async asking(tenantId: string, personId: string, appId: string) {
      const [settings, request] = await Promise.all([
        memory.of(tenantId).settings(),
        store.findNewest(database.sql, tenantId, appId, personId),
      ]);
      const link = settings.requestLink.value === "" ? null : settings.requestLink.value;
      const taken = settings.allowUserRequests.value;
      return {
        mayAsk: taken && link === null && request?.state !== "open",
        message: settings.requestMessage.value,
        link: taken ? link : null,
        request,
      };
    },

    async mine(tenantId: string, personId: string, page: Parameters<typeof store.listOf>[3]) {
      return await store.listOf(database.sql, tenantId, personId, page);
    },

    async open(tenantId: string, appId: string, page: Parameters<typeof store.listOpen>[3]) {
      return await store.listOpen(database.sql, tenantId, appId, page);
    },

    async waiting(tenantId: string, page: Parameters<typeof store.listWaiting>[2]) {
      return await store.listWaiting(database.sql, tenantId, page);
    },

    /** How many people wait for each of these apps. */
    async counts(tenantId: string, appIds: readonly string[]): Promise<Map<string, number>> {
      return await store.countOpen(database.sql, tenantId, appIds);
    },

    /**
     * Opens an app for whoever asked: allows it for the organisation and, when it is not for everyone, for these people.
     * What else stands in somebody's way, such as their permission policy, is left; their requests stay open.
     * @returns how many may use it now, and how many still may not. @throws ParvisError app-request/none-open
     */
    async allow(origin: Origin, app: GovernedApp): Promise<{ allowed: number; stillOpen: number }> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        await memory.changing(tx, tenantId);
        const page = { limit: mostOpenedAtOnce, after: undefined };
        const waiting = (await store.listOpen(tx, tenantId, app.id, page)).slice(0, mostOpenedAtOnce);
        if (waiting.length === 0) throw new ParvisError("app-request/none-open");
        const by = authorOf(origin);
        const people = waiting.map(({ personId }) => personId);
        await appRules.openFor(tx, origin, app, people);
        await appRules.putStatusWithin(tx, tenantId, [app.id], "allowed", by);
        const told = await settleRequests(tx, origin, app, memory, relations);
        const stillOpen = (await store.countOpen(tx, tenantId, [app.id])).get(app.id) ?? 0;
        const detail = { people: told, count: told.length, stillOpen };
        const event = { operation: "Parvis.AppRequestsAllowed", appId: app.id, subjectId: app.id, detail };
        return { event, result: { allowed: told.length, stillOpen } };
      });
    },

    /** @param answer what whoever asked is told. @throws ParvisError app-request/none-open */
    async dismiss(origin: Origin, app: GovernedApp, answer: string): Promise<{ dismissed: number }> {
      return await command(database, origin, async (tx) => {
        const by = authorOf(origin);
        const told = await store.decideRequests(tx, origin.tenantId, app.id, { state: "dismissed", by, answer });
        if (told.length === 0) throw new ParvisError("app-request/none-open");
        const people = told.map(({ personId }) => personId);
        const detail = { people: people.slice(0, 1_000), count: people.length, answer };
        const event = { operation: "Parvis.AppRequestsDismissed", appId: app.id, subjectId: app.id, detail };
        return { event, result: { dismissed: told.length } };
      });
    },

    async appRemoved(tx: Sql, tenantId: string, appId: string): Promise<void> {
      await store.deleteRequestsOf(tx, tenantId, appId);
    },
  };
}
