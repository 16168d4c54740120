import { createRoute } from "@hono/zod-openapi";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import * as schema from "./person.schema.ts";
import type { Person, PersonService } from "./person.service.ts";

const tags = ["People"];
const guards = [signedIn(), administrator()];

function present(person: Person) {
  return { ...person, roles: [...person.roles], createdAt: person.createdAt.toISOString() };
}

const list = createRoute({
  method: "get",
  path: "/people",
  tags,
  summary: "People of the organisation, by name",
  middleware: guards,
  request: { query: schema.peopleQuery },
  responses: { 200: jsonResponse("A page", schema.people), ...problems(401, 403) },
});

const create = createRoute({
  method: "post",
  path: "/people",
  tags,
  summary: "Create a person",
  middleware: guards,
  request: jsonBody(schema.newPerson),
  responses: { 201: jsonResponse("Created", schema.person), ...problems(400, 401, 403, 409) },
});

const change = createRoute({
  method: "patch",
  path: "/people/{personId}",
  tags,
  summary: "Rename a person, set a password or roles",
  middleware: guards,
  request: { params: schema.personPath, ...jsonBody(schema.personChange) },
  responses: { 200: jsonResponse("Changed", schema.person), ...problems(400, 401, 403, 404, 409) },
});

export function personRoutes(
  people: PersonService,
  endOtherSessions: (tenantId: string, personId: string) => Promise<void>,
) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, search } = c.req.valid("query");
      const rows = await people.list(c.var.identity.tenantId, { limit, after: decodeCursor(cursor, 2), search });
      const page = cutPage(rows, limit, (row) => [row.displayName.toLowerCase(), row.id]);
      return c.json({ ...page, items: page.items.map(present) }, 200);
    })
    .openapi(create, async (c) => {
      const made = await people.create(originOf(c.var.identity, c.var.requestId), c.req.valid("json"));
      return c.json(present(made), 201);
    })
    .openapi(change, async (c) => {
      const { personId } = c.req.valid("param");
      const wanted = c.req.valid("json");
      const changed = await people.change(originOf(c.var.identity, c.var.requestId), personId, wanted);
      // Whoever set the password keeps their own session; the person's other ones may be somebody else's.
      if (wanted.password !== undefined && personId !== c.var.identity.personId)
        await endOtherSessions(c.var.identity.tenantId, personId);
      return c.json(present(changed), 200);
    });
}
