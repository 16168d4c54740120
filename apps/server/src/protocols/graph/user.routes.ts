import { type Context, Hono } from "hono";
import type { PersonService } from "../../directory/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import { bearer } from "../../platform/http/bearer.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { isId } from "../../platform/identifiers.ts";
import type { Platform } from "../../platform/platform.ts";
import { answerGraphError, directoryCodes } from "./graph-errors.ts";
import { askedUrl } from "./graph-router.ts";
import { readOptions, selected } from "./odata-options.ts";
import { resources } from "./resources.ts";
import { assertRelations } from "./teams-app.presenter.ts";

/** https://learn.microsoft.com/graph/api/user-get, "Permissions". */
const ofEverybody = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const ofOthers = ["User.ReadBasic.All", ...ofEverybody];
const guard = bearer({
  audience: resources.graph,
  application: ofEverybody,
  delegated: ["User.Read", "User.ReadWrite", ...ofOthers],
});

type C = Context<RequestEnvironment>;
type Person = Awaited<ReturnType<PersonService["find"]>>[number];

/** What Graph shows of a user unless something else is selected; what Parvis does not know is null. */
function presentUser({ id, upn, displayName }: Person) {
  return {
    businessPhones: [],
    displayName,
    givenName: null,
    jobTitle: null,
    mail: upn,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: null,
    userPrincipalName: upn,
    id,
  };
}

/** `/me` and `/users/{id or sign-in name}`: clients look people up here before they do something for them. */
export function userRoutes(
  people: Pick<PersonService, "find">,
  { log, publicUrl }: Pick<Platform, "log" | "publicUrl">,
): Hono<RequestEnvironment> {
  function answer(c: C, person: Person): Response {
    const options = readOptions((name) => c.req.query(name));
    assertRelations(options, [], "user");
    const user = presentUser(person);
    const named = Object.keys(user).filter((name) => options.select?.has(name.toLowerCase()) === true);
    const shape = named.length === 0 ? "" : `(${named.join(",")})`;
    const asked = new URL(askedUrl(c, publicUrl()));
    const root = `${asked.origin}/${asked.pathname.split("/")[1]}`;
    return c.json({ "@odata.context": `${root}/$metadata#users${shape}/$entity`, ...selected(user, options) });
  }

  /** Who may read no others is told so whether there is such a person or not. */
  function assertMayRead({ permissions, person }: RequestEnvironment["Variables"]["bearer"], named: string): void {
    if (person === undefined || ofOthers.some((name) => permissions.has(name))) return;
    if ([person.personId, person.upn].includes(named)) return;
    throw new ParvisError("token/permission-missing", {
      detail: `Insufficient privileges to complete the operation. Reading others needs one of ${ofOthers.join(", ")}.`,
    });
  }

  const routes = new Hono<RequestEnvironment>()
    .get("/me", guard, (c) => {
      const { person } = c.var.bearer;
      if (person === undefined)
        throw new ParvisError("request/invalid", {
          detail: "/me request is only valid with delegated authentication flow.",
        });
      return answer(c, { id: person.personId, upn: person.upn, displayName: person.displayName });
    })
    .get("/users/:userId", guard, async (c) => {
      const given = c.req.param("userId");
      const named = given.toLowerCase();
      assertMayRead(c.var.bearer, named);
      const who = isId(named) ? { ids: [named], upns: [] } : { ids: [], upns: [named] };
      const [found] = await people.find(c.var.bearer.tenantId, who);
      if (found === undefined)
        throw new ParvisError("person/not-found", {
          detail: `Resource '${given}' does not exist or one of its queried reference-property objects are not present.`,
        });
      return answer(c, found);
    });
  routes.onError((error, c) => answerGraphError(c, error, log, undefined, directoryCodes));
  return routes;
}
