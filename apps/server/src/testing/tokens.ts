import { tenantId } from "./contoso.ts";

/** An access token for an application by itself. @param resource what it is for; Graph unless said. @param tenant Contoso unless said */
export async function accessToken(
  url: string,
  clientId: string,
  secret: string,
  resource = "https://graph.microsoft.com",
  tenant = tenantId,
): Promise<string> {
  const form = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: secret,
    scope: `${resource}/.default`,
  };
  const response = await fetch(`${url}/${tenant}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  const body = (await response.json()) as { access_token?: string; error_description?: string };
  if (body.access_token === undefined) throw new Error(`No token: ${body.error_description}`);
  return body.access_token;
}
