import { type Context, Hono } from "hono";
import { type Directory, permissionsFor, readScope } from "../../directory/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { isId } from "../../platform/identifiers.ts";
import { anyTenant } from "./discovery.routes.ts";
import { refuse } from "./entra-errors.ts";
import { type Form, readForm } from "./token-request.ts";

type Request = Context<RequestEnvironment, "/:tenant/oauth2/v2.0/token">;
type Tenant = NonNullable<Awaited<ReturnType<Directory["tenants"]["find"]>>>;
type Registration = NonNullable<Awaited<ReturnType<Directory["registrations"]["find"]>>>;

const unstored = { "Cache-Control": "no-store, no-cache", Pragma: "no-cache" };

/**
 * Tokens as Entra's v2.0 token endpoint gives them (contracts.md A.0). To add a grant: a function here, and its name in
 * `grants`.
 */
export function tokenRoutes({
  tenants,
  people,
  sessions,
  registrations,
  tokens,
}: Pick<Directory, "tenants" | "people" | "sessions" | "registrations" | "tokens">): Hono<RequestEnvironment> {
  const clientOf = (c: Request) => c.env?.incoming?.socket?.remoteAddress ?? "";
  const missing = (c: Request, name: string) =>
    refuse(c, "parameterMissing", `The request body must contain the following parameter: '${name}'.`);

  /** Whether the application is who it says; an answer when it is not. */
  async function proveClient(
    c: Request,
    tenant: Tenant,
    form: Form,
    { secretNeeded }: { secretNeeded: boolean },
  ): Promise<Registration | Response> {
    const { clientId, secret } = form;
    if (clientId === undefined) return missing(c, "client_id");
    const registration = isId(clientId) ? await registrations.find(tenant.id, clientId) : undefined;
    if (form.get("client_assertion") !== undefined)
      return refuse(c, "assertionNotSupported", "Client assertions are not supported here. Send 'client_secret'.");
    if (registration === undefined) {
      const text = `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'. This can happen if the application has not been registered by the administrator of the tenant.`;
      return refuse(c, "applicationNotFound", text);
    }
    if (secret === undefined) {
      if (!secretNeeded && registration.publicClient) return registration;
      return secretNeeded
        ? refuse(
            c,
            "credentialMissing",
            "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
          )
        : refuse(
            c,
            "secretMissing",
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
          );
    }
    const proof = await registrations.prove(tenant.id, registration.clientId, secret, clientOf(c));
    if (proof === "right") return registration;
    if (proof === "expired")
      return refuse(
        c,
        "secretExpired",
        `The provided client secret keys for app '${clientId}' are expired. Make a new one.`,
      );
    const text = `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`;
    return refuse(c, "secretWrong", text);
  }

  async function clientCredentials(c: Request, tenant: Tenant, form: Form): Promise<Response> {
    const registration = await proveClient(c, tenant, form, { secretNeeded: true });
    if (registration instanceof Response) return registration;
    const scope = form.get("scope");
    if (scope === undefined) return missing(c, "scope");
    const { resource, everything, permissions, openId, wrong } = readScope(scope);
    if (!everything || permissions.length > 0 || openId.length > 0) {
      const text = `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`;
      return refuse(c, "scopeNotDefault", text);
    }
    if (wrong !== undefined || resource === undefined) return refuseScope(c, tenant, scope, wrong);
    const { token, expiresInSeconds } = await tokens.forApplication(tenant, registration, resource);
    const body = {
      token_type: "Bearer",
      expires_in: expiresInSeconds,
      ext_expires_in: expiresInSeconds,
      access_token: token,
    };
    return c.json(body, 200, unstored);
  }

  function refuseScope(c: Request, tenant: Tenant, scope: string, wrong: ReturnType<typeof readScope>["wrong"]) {
    if (wrong?.why === "unknown-resource") {
      const text = `The resource principal named ${wrong.part} was not found in the tenant named ${tenant.displayName}. Expected https://graph.microsoft.com, https://manage.office.com or https://outlook.office365.com.`;
      return refuse(c, "resourceNotFound", text);
    }
    const text = `The provided value for the input parameter 'scope' is not valid. The scope ${scope} names more than one resource, or none.`;
    return refuse(c, "scopeInvalid", text);
  }

  /** RFC 6749 section 4.3, for scripts and command lines that sign a person in without a browser. */
  async function password(c: Request, tenant: Tenant, form: Form): Promise<Response> {
    const registration = await proveClient(c, tenant, form, { secretNeeded: false });
    if (registration instanceof Response) return registration;
    const [username, secret, scope] = [form.get("username"), form.get("password"), form.get("scope")];
    if (username === undefined) return missing(c, "username");
    if (secret === undefined) return missing(c, "password");
    if (scope === undefined) return missing(c, "scope");
    const asked = readScope(scope);
    const { resource = "graph" } = asked;
    if (asked.wrong !== undefined) return refuseScope(c, tenant, scope, asked.wrong);
    const may = permissionsFor(resource, registration.appRoles);
    const refused = asked.permissions.filter((name) => !may.includes(name));
    const attempt = { upn: username, password: secret, client: clientOf(c), tenantId: tenant.id };
    const found = await sessions.authenticate(attempt).catch((error: unknown) => {
      if (error instanceof ParvisError && error.code === "session/wrong-credentials") return undefined;
      throw error;
    });
    if (found === undefined)
      return refuse(c, "credentialsWrong", "Error validating credentials due to invalid username or password.");
    if (refused.length > 0) {
      const text = `The administrator has not given the application '${registration.displayName}' the permission ${refused.join(", ")}.`;
      return refuse(c, "permissionNotGranted", text);
    }
    const person = await people.get(tenant.id, found.personId);
    const granted = asked.everything ? may : asked.permissions;
    const issued = await tokens.forPerson(tenant, registration, person, resource, granted);
    const client_info = Buffer.from(JSON.stringify({ uid: person.id, utid: tenant.id })).toString("base64url");
    const body = {
      token_type: "Bearer",
      scope: [...asked.openId, ...granted].join(" "),
      expires_in: issued.expiresInSeconds,
      ext_expires_in: issued.expiresInSeconds,
      access_token: issued.token,
      ...(asked.openId.includes("openid") && { id_token: await tokens.idToken(tenant, registration, person) }),
      ...(form.get("client_info") === "1" && { client_info }),
    };
    return c.json(body, 200, unstored);
  }

  const grants: Readonly<Record<string, (c: Request, tenant: Tenant, form: Form) => Promise<Response>>> = {
    client_credentials: clientCredentials,
    password,
  };

  /** The organisation that the address names, or that the person's name belongs to. */
  async function tenantOf(name: string, form: Form): Promise<Tenant | undefined> {
    if (!anyTenant.has(name)) return await tenants.resolve(name);
    return await tenants.resolve(form.get("username")?.split("@")[1] ?? "");
  }

  async function answer(c: Request): Promise<Response> {
    const form = await readForm(c.req);
    const name = c.req.param("tenant");
    const tenant = await tenantOf(name, form);
    if (tenant === undefined) {
      const text = `Tenant '${name}' not found. Check to make sure you have the correct tenant ID. Expected the id or a domain of an organisation here.`;
      return refuse(c, "tenantNotFound", text);
    }
    const grant = form.get("grant_type");
    if (grant === undefined) return missing(c, "grant_type");
    const give = Object.hasOwn(grants, grant) ? grants[grant] : undefined;
    if (give === undefined)
      return refuse(
        c,
        "grantNotSupported",
        `The app requested an unsupported grant type '${grant}'. Supported: ${Object.keys(grants).join(", ")}.`,
      );
    return await give(c, tenant, form);
  }

  return new Hono<RequestEnvironment>()
    .post("/:tenant/oauth2/v2.0/token", answer)
    .all("/:tenant/oauth2/v2.0/token", (c) =>
      refuse(c, "wrongMethod", `The endpoint only accepts POST requests. Received a ${c.req.method} request.`, {
        Allow: "POST",
      }),
    )
    .all("/:tenant/oauth2/v2.0/:flow{authorize|devicecode}", (c) =>
      refuse(
        c,
        "notOffered",
        "Signing in to other applications in the browser is not offered yet. Use client_credentials or password at the token endpoint.",
      ),
    );
}
