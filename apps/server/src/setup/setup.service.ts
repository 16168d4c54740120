import type { Cloud, Directory } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";

export interface SetupWish {
  readonly token: string;
  readonly organisation: { readonly displayName: string; readonly domain?: string | undefined; readonly cloud: Cloud };
  readonly administrator: { readonly upn: string; readonly displayName: string; readonly password: string };
  readonly demo: boolean;
}

export type SetupService = ReturnType<typeof setupService>;

/**
 * The first start: a one-time link, an organisation, its first administrator.
 * @param fillDemo adds the demo data to an organisation, owned by the person given.
 */
export function setupService(
  { database, log }: Pick<Platform, "database" | "log">,
  { tenants, people, sessions }: Directory,
  fillDemo: (tenantId: string, ownerId: string) => Promise<void>,
) {
  return {
    async state(token: string | undefined): Promise<{ needed: boolean; linkValid: boolean }> {
      const needed = !(await tenants.any());
      return { needed, linkValid: needed && token !== undefined && (await tenants.isSetupToken(token)) };
    },

    /** The path of a fresh link, or undefined when there is an organisation already. */
    async link(): Promise<string | undefined> {
      return (await tenants.any()) ? undefined : `/setup?token=${await tenants.issueSetupToken()}`;
    },

    /**
     * Makes the organisation and signs its administrator in. All of it or nothing, except the demo data, whose failure
     * is reported and leaves a working organisation.
     * @returns the value for the session cookie, and who it is for.
     * @throws ParvisError setup/already-done, setup/link-invalid
     */
    async create(
      wish: SetupWish,
      requestId: string,
    ): Promise<{ cookie: string; tenantId: string; demoFilled: boolean }> {
      if (!(await tenants.isSetupToken(wish.token))) {
        throw new ParvisError((await tenants.any()) ? "setup/already-done" : "setup/link-invalid");
      }
      const tenantId = newId();
      const { upn, displayName, password } = wish.administrator;
      const domain = wish.organisation.domain ?? upn.split("@")[1]?.toLowerCase() ?? "";
      const passwordHash = await people.hashPassword(password);
      const origin = { tenantId, actor: { kind: "system" }, requestId } as const;
      const personId = await command(database, origin, async (tx) => {
        await tenants.useSetupToken(tx, wish.token);
        const { displayName: name, cloud } = wish.organisation;
        await tenants.insert(tx, { id: tenantId, displayName: name, domain, cloud });
        const id = await people.insert(tx, tenantId, {
          upn,
          displayName,
          passwordHash,
          roles: ["globalAdministrator", "operator"],
        });
        return {
          event: { operation: "Parvis.OrganisationCreated", subjectId: tenantId, detail: { name, administrator: upn } },
          result: id,
        };
      });
      let demoFilled = false;
      if (wish.demo) {
        demoFilled = await fillDemo(tenantId, personId).then(
          () => true,
          (error: unknown) => {
            log.error({ err: error, requestId }, "The demo data could not be filled in");
            return false;
          },
        );
      }
      const cookie = await sessions.open(tenantId, personId, upn, requestId);
      return { cookie, tenantId, demoFilled };
    },
  };
}
