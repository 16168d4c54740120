import { createRoute, z } from "@hono/zod-openapi";
import type { ConfigurationChange } from "../platform/configuration-change.ts";
import { ParvisError } from "../platform/errors.ts";
import { readLimited } from "../platform/http/body.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, originOf } from "../platform/identity.ts";
import type { BootstrapFile } from "./bootstrap.schema.ts";
import { BootstrapError, type BootstrapService, parseBootstrap } from "./bootstrap.service.ts";
import * as schema from "./configuration.schema.ts";

const tags = ["Configuration"];
const guards = [signedIn()];
const largestFile = 20 * 1_048_576;

const exportFile = createRoute({
  method: "get",
  path: "/configuration",
  tags,
  summary: "The organisation as a bootstrap file",
  description: "Without passwords and secrets. Global administrators only.",
  middleware: guards,
  responses: {
    200: { description: "The file", content: { "application/yaml": { schema: z.string() } } },
    ...problems(401, 403),
  },
});

const planFile = createRoute({
  method: "post",
  path: "/configuration/plan",
  tags,
  summary: "What applying a bootstrap file would change",
  description: "Runs it and takes it back. Global administrators only.",
  middleware: guards,
  request: schema.fileBody,
  responses: { 200: jsonResponse("The difference", schema.plan), ...problems(401, 403, 404, 409, 413, 422) },
});

const applyFile = createRoute({
  method: "post",
  path: "/configuration/apply",
  tags,
  summary: "Apply a bootstrap file: all of it or nothing",
  description: "Doing it again changes nothing. Global administrators only.",
  middleware: guards,
  request: { headers: schema.ifMatch, ...schema.fileBody },
  responses: { 200: jsonResponse("What was changed", schema.applied), ...problems(401, 403, 404, 409, 412, 413, 422) },
});

/** A file gives roles and passwords: those who may do that are few. @throws ParvisError access/administrator-only */
function assertGlobalAdministrator({ roles }: Identity): void {
  if (!roles.has("globalAdministrator"))
    throw new ParvisError("access/administrator-only", { detail: "Only a global administrator may do this." });
}

function read(bytes: Uint8Array, { tenantId }: Identity): BootstrapFile {
  const file = parseBootstrap(new TextDecoder().decode(bytes), "The file");
  if (file.tenant.id !== tenantId)
    throw new ParvisError("configuration/other-organisation", {
      detail: `The file is about ${file.tenant.displayName} (${file.tenant.id}); you are signed in to ${tenantId}.`,
    });
  return file;
}

/** @throws ParvisError configuration/refused with every problem of the file */
async function inWords<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof BootstrapError)
      throw new ParvisError("configuration/refused", { detail: error.message, extra: { problems: error.problems } });
    throw error;
  }
}

const present = (changes: readonly ConfigurationChange[]) =>
  changes.map((change) => ({ ...change, fields: [...change.fields] }));

/** @param exportLines the organisation as a file, piece by piece. */
export function configurationRoutes(
  bootstrap: Pick<BootstrapService, "plan" | "apply">,
  exportLines: (tenantId: string) => AsyncGenerator<string>,
) {
  return createRouter()
    .openapi(exportFile, (c) => {
      assertGlobalAdministrator(c.var.identity);
      const lines = exportLines(c.var.identity.tenantId);
      const encoder = new TextEncoder();
      const body = new ReadableStream<Uint8Array>({
        pull: async (controller) => {
          const next = await lines.next();
          if (next.done === true) controller.close();
          else controller.enqueue(encoder.encode(next.value));
        },
        cancel: async () => void (await lines.return(undefined)),
      });
      return c.body(body, 200, {
        "Content-Type": "application/yaml; charset=utf-8",
        "Content-Disposition": 'attachment; filename="organisation.yaml"',
      });
    })
    .openapi(planFile, async (c) => {
      const { identity } = c.var;
      assertGlobalAdministrator(identity);
      const bytes = await readLimited(c.req, largestFile, "A bootstrap file");
      const { actor } = originOf(identity, c.var.requestId);
      const { changes, tag } = await inWords(async () => await bootstrap.plan(read(bytes, identity), actor));
      return c.json({ changes: present(changes), tag }, 200);
    })
    .openapi(applyFile, async (c) => {
      const { identity } = c.var;
      assertGlobalAdministrator(identity);
      const bytes = await readLimited(c.req, largestFile, "A bootstrap file");
      const { actor } = originOf(identity, c.var.requestId);
      const tag = c.req.valid("header")["if-match"];
      const { changes } = await inWords(async () => await bootstrap.apply(read(bytes, identity), { actor, tag }));
      return c.json({ changes: present(changes) }, 200);
    });
}
