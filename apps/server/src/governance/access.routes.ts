import { createRoute } from "@hono/zod-openapi";
import { ParvisError } from "../platform/errors.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, isAdministrator } from "../platform/identity.ts";
import {
  mentioned,
  namesOf,
  presentApps,
  presentAssignment,
  presentDecision,
  presentGate,
  presentVersion,
} from "./access.presenter.ts";
import { isOfOthers } from "./access.rules.ts";
import * as schema from "./access.schema.ts";
import type { AccessService } from "./access.service.ts";
import { findPeopleByRef } from "./find-subjects.ts";
import type { CatalogApp, GovernancePorts, PersonName } from "./governance.ports.ts";
import { appPath, effect } from "./governance.schema.ts";

const guards = [signedIn()];
const tags = ["Access"];

const decided = {
  200: jsonResponse("The decision with its gates", schema.access),
  ...problems(400, 401, 403, 404),
};

const explain = createRoute({
  method: "get",
  path: "/apps/{appId}/access",
  tags,
  summary: "Why somebody can or cannot use an app",
  middleware: guards,
  request: { params: appPath, query: schema.personQuery },
  responses: decided,
});

const explainByRef = createRoute({
  method: "get",
  path: "/access",
  tags,
  summary: "Why somebody can or cannot use an app that is named by its manifest's id",
  middleware: guards,
  request: { query: schema.accessQuery },
  responses: decided,
});

const explainUpload = createRoute({
  method: "get",
  path: "/upload-access",
  tags,
  summary: "Why somebody can or cannot upload custom apps, for themselves or a team",
  middleware: guards,
  request: { query: schema.uploadQuery },
  responses: { 200: jsonResponse("The decision with its gates", schema.upload), ...problems(400, 401, 403, 404) },
});

const showPolicies = createRoute({
  method: "get",
  path: "/effective-policies",
  tags,
  summary: "The policies that hold for somebody, and why they are theirs",
  middleware: guards,
  request: { query: schema.personQuery },
  responses: { 200: jsonResponse("One of each kind", schema.personPolicies), ...problems(400, 401, 403, 404) },
});

const showVersion = createRoute({
  method: "get",
  path: "/policy-version",
  tags,
  summary: "Which state of the organisation's policies decides now, and since when",
  middleware: guards,
  responses: { 200: jsonResponse("The version", effect), ...problems(401) },
});

export function accessRoutes(access: AccessService, ports: GovernancePorts) {
  /** @throws ParvisError access/administrator-only for others than oneself, person/not-found */
  async function whom(identity: Identity, ref: string | undefined): Promise<PersonName> {
    const { tenantId, personId, upn, displayName } = identity;
    const self = { id: personId, upn, displayName };
    if (ref === undefined || ref.toLowerCase() === upn || ref.toLowerCase() === personId) return self;
    if (!isAdministrator(identity))
      throw new ParvisError("access/administrator-only", { detail: "Only administrators may ask about others." });
    const [person] = await findPeopleByRef(ports, tenantId, [ref]);
    if (person === undefined) throw new ParvisError("person/not-found");
    return person;
  }

  async function decision(identity: Identity, person: PersonName, app: CatalogApp) {
    const { tenantId } = identity;
    const [decided, version] = await Promise.all([access.explain(tenantId, person.id, app), access.version(tenantId)]);
    // What others uploaded for themselves is nobody's business but the administrators'.
    if (!isAdministrator(identity) && isOfOthers(decided)) throw new ParvisError("app/not-found");
    const names = await namesOf(ports, tenantId, {
      ...mentioned([...decided.gates, ...decided.further]),
      about: person.id,
    });
    return presentDecision(decided, { person, app, version }, names);
  }

  return createRouter()
    .openapi(explain, async (c) => {
      const { identity } = c.var;
      const person = await whom(identity, c.req.valid("query").person);
      const app = await ports.app(identity.tenantId, c.req.valid("param").appId);
      return c.json(await decision(identity, person, app), 200);
    })
    .openapi(explainByRef, async (c) => {
      const { identity } = c.var;
      const query = c.req.valid("query");
      const person = await whom(identity, query.person);
      const found = await ports.appsByRef(identity.tenantId, [query.app.toLowerCase()]);
      const app = found.find(({ id }) => id === query.app.toLowerCase()) ?? found[0];
      if (app === undefined)
        throw new ParvisError("app/not-found", { detail: `There is no app with the id ${query.app} here.` });
      return c.json(await decision(identity, person, app), 200);
    })
    .openapi(explainUpload, async (c) => {
      const { tenantId } = c.var.identity;
      const query = c.req.valid("query");
      const { id, upn, displayName } = await whom(c.var.identity, query.person);
      const { allowed, gates } = await access.explainUpload(tenantId, id, query.team);
      const names = await namesOf(ports, tenantId, { ...mentioned(gates), about: id });
      const shown = gates.map((gate) => presentGate(gate, names));
      return c.json({ allowed, person: { id, upn, displayName }, gates: shown }, 200);
    })
    .openapi(showPolicies, async (c) => {
      const { tenantId } = c.var.identity;
      const { id, upn, displayName } = await whom(c.var.identity, c.req.valid("query").person);
      const [permission, setup] = await Promise.all([
        access.policyOf(tenantId, id, "permission"),
        access.setupOf(tenantId, id, async (refs, usable) => await ports.appsByRef(tenantId, refs, undefined, usable)),
      ]);
      const assignments = [permission.assignment, setup.policy.assignment];
      const names = await namesOf(ports, tenantId, {
        about: id,
        people: assignments.map(({ setBy }) => setBy),
        groups: assignments.flatMap((assignment) => (assignment.how === "group" ? [assignment.groupId] : [])),
      });
      const { allowSideLoading, allowUserPinning } = setup.policy.content;
      return c.json(
        {
          person: { id, upn, displayName },
          permission: {
            id: permission.id,
            name: permission.name,
            assignment: presentAssignment(permission.assignment, names),
          },
          setup: {
            id: setup.policy.id,
            name: setup.policy.name,
            assignment: presentAssignment(setup.policy.assignment, names),
            allowSideLoading,
            allowUserPinning,
            pinnedAppBarApps: presentApps(setup.pinned, setup.apps),
            pinnedMessageBarApps: presentApps(setup.pinnedToMessages, setup.apps),
            installedApps: presentApps(setup.installed, setup.apps),
          },
        },
        200,
      );
    })
    .openapi(showVersion, async (c) => c.json(presentVersion(await access.version(c.var.identity.tenantId)), 200));
}
