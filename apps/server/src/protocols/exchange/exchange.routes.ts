import { Hono } from "hono";
import { z } from "zod";
import { resources } from "../../directory/index.ts";
import { asParvisError, ParvisError } from "../../platform/errors.ts";
import { bearer } from "../../platform/http/bearer.ts";
import { readLimited } from "../../platform/http/body.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { originOfBearer } from "../../platform/identity.ts";
import type { Platform } from "../../platform/platform.ts";
import { bind, nearest } from "./binding.rules.ts";
import { type CmdletServices, isRefusal } from "./cmdlet.ts";
import { cmdletNamed, cmdletNames } from "./cmdlets.ts";
import { refuseCmdlet, refuseFor } from "./exchange-errors.ts";

const mostBytes = 256 * 1024;

/** `{"CmdletInput":{"CmdletName":"Set-OrganizationConfig","Parameters":{…}}}`; what else clients send is let be. */
const invocation = z.object({
  CmdletInput: z.object({
    CmdletName: z.string().min(1).max(200),
    Parameters: z.record(z.string().max(200), z.unknown()).nullish(),
  }),
});

const typeNames: Readonly<Record<string, string>> = { Guid: "#Guid", ExternalDirectoryObjectId: "#String" };

/** Values with the annotations that Exchange puts beside those whose type JSON does not tell. */
function annotated(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    const type = typeNames[name];
    return type === undefined
      ? [[name, value]]
      : [
          [`${name}@odata.type`, type],
          [name, value],
        ];
  });
  return Object.fromEntries(entries);
}

/**
 * Exchange Online's address for cmdlets over REST, which its PowerShell module and scripts without PowerShell use. An
 * administrator's token is needed, or an application's with `Exchange.ManageAsApp`.
 */
export function exchangeRoutes(
  platform: Pick<Platform, "publicUrl" | "log">,
  services: CmdletServices,
): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.onError((thrown, c) => {
    const error = asParvisError(thrown);
    if (error.code === "server/unexpected")
      platform.log.error({ requestId: c.var.requestId, err: thrown }, "A cmdlet failed");
    return refuseFor(c, error);
  });

  const demand = {
    audience: resources.exchange,
    application: ["Exchange.ManageAsApp"],
    delegated: [],
    administrator: true,
  };
  return routes.post("/adminapi/:version{beta|v1.0|v2.0}/:tenant/InvokeCommand", bearer(demand), async (c) => {
    const { tenant: named, version } = c.req.param();
    const tenant = await services.directory.tenants.resolve(named);
    // To a token of another organisation this one does not exist.
    if (tenant === undefined || tenant.id !== c.var.bearer.tenantId)
      throw new ParvisError("request/not-found", { detail: `There is no organisation ${named} for this token.` });
    const asked = readInvocation(
      Buffer.from(await readLimited(c.req, mostBytes, "A cmdlet's request")).toString("utf8"),
    );
    if (asked === undefined) {
      const message = 'Expected a body like {"CmdletInput":{"CmdletName":"Get-OrganizationConfig","Parameters":{}}}.';
      return refuseCmdlet(c, { fault: "wrong-request", message });
    }
    const { CmdletName, Parameters } = asked.CmdletInput;
    const cmdlet = cmdletNamed(CmdletName);
    if (cmdlet === undefined) {
      const near = nearest(CmdletName, cmdletNames);
      const hint = near === undefined ? `There are ${cmdletNames.join(", ")}.` : `Did you mean ${near}?`;
      const message = `The term '${CmdletName}' is not recognized as the name of a cmdlet. ${hint}`;
      return refuseCmdlet(c, { fault: "unknown-cmdlet", message });
    }
    const bound = bind(cmdlet, Parameters ?? {});
    if ("fault" in bound) return refuseCmdlet(c, bound);
    const outcome = await cmdlet.run(
      {
        ...services,
        tenant,
        origin: originOfBearer(c.var.bearer, c.var.requestId),
        whatIf: bound.values.WhatIf === true,
        cursor: c.req.query("$skiptoken"),
      },
      bound.values,
    );
    if (isRefusal(outcome)) return refuseCmdlet(c, outcome);
    const address = `${platform.publicUrl()}/adminapi/${version}/${named}`;
    const { value, warnings = [], nextCursor } = outcome;
    const body = {
      "@odata.context": `${address}/$metadata#Collection(Exchange.GenericHashTable)`,
      "adminapi.warnings@odata.type": "#Collection(String)",
      "@adminapi.warnings": warnings,
      value: value.map(annotated),
      ...(nextCursor !== undefined && {
        "@odata.nextLink": `${address}/InvokeCommand?$skiptoken=${encodeURIComponent(nextCursor)}`,
      }),
    };
    return c.json(body, 200, { "Cache-Control": "no-store" });
  });
}

function readInvocation(body: string): z.infer<typeof invocation> | undefined {
  try {
    return invocation.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
