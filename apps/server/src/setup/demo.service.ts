import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readWebhookPayload } from "@parvis/cards";
import { writePackage } from "@parvis/manifest";
import type { AppService } from "../catalog/index.ts";
import type { ConnectorService } from "../connectors/index.ts";
import type { MessageService } from "../conversation/index.ts";
import type { Directory } from "../directory/index.ts";
import type { InstallationService } from "../installation/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import { type BootstrapFile, bootstrapFile } from "./bootstrap.schema.ts";
import { demoCards, demoOrganisation } from "./demo-data.ts";

/** The packages of examples/ that the demo uploads, and the page that a saved connector of the first is reopened with. */
const examplePackages = ["todo-connector/package", "todo-connector/package-1x"] as const;
const todoPage = "http://localhost:4710/2x/configure";

export interface DemoPorts {
  readonly directory: Directory;
  readonly apps: AppService;
  readonly installations: InstallationService;
  readonly connectors: ConnectorService;
  readonly messages: MessageService;
  readonly applyBootstrap: (file: BootstrapFile) => Promise<unknown>;
}

async function packFolder(folder: string): Promise<Uint8Array> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const),
  );
  return writePackage(new Map(files));
}

/**
 * Fills an organisation with people, teams, the example apps, a connector and a few cards, through the same commands as
 * everybody's. What is there already stays as it is, so it can run at every start.
 * @param examples the folder `examples/` of the repository.
 */
export function demoService(
  { directory, apps, installations, connectors, messages, applyBootstrap }: DemoPorts,
  examples: string,
) {
  async function uploadExamples(origin: Origin): Promise<string[]> {
    const ids: string[] = [];
    for (const name of examplePackages) {
      const bytes = await packFolder(join(examples, name));
      const made = await apps.upload(origin, bytes, "en").catch((error: unknown) => {
        if (error instanceof ParvisError && error.code === "app/exists") return undefined;
        throw error;
      });
      if (made !== undefined) ids.push(made.id);
    }
    return ids;
  }

  async function configureTodo(origin: Origin, appId: string): Promise<void> {
    const { tenantId } = origin;
    const team = await directory.teams.findByName(tenantId, "Engineering");
    const channel =
      team && (await directory.teams.channels(tenantId, team.id)).find(({ displayName }) => displayName === "Releases");
    if (team === undefined || channel === undefined) return;
    const { definitionId } = await apps.get(tenantId, appId);
    const consent = { definitionId, onBehalfOfOrganisation: false, byAdministrator: true };
    await installations.add(origin, { scope: "team", id: team.id }, appId, consent);
    const draft = await connectors.begin(origin, { channel, team: { id: team.id, mayManage: true } }, appId);
    const settings = {
      entityId: "Release:messageCard",
      contentUrl: todoPage,
      removeUrl: todoPage,
      configName: "Release list",
    };
    const { authorName, authorIcon } = await connectors.save(origin, draft.id, settings);
    for (const card of demoCards) {
      const read = readWebhookPayload(JSON.stringify(card));
      if (!read.accepted) throw new Error(`A card of the demo is refused: ${read.explanation}`);
      const place = {
        teamId: team.id,
        channelId: channel.id,
        appId,
        configurationId: draft.id,
        authorName,
        authorIcon,
      };
      await messages.post(tenantId, { ...place, id: newId(), summary: read.summary, body: read.canonical });
    }
  }

  return {
    async fill(tenantId: string, ownerId: string): Promise<void> {
      const tenant = await directory.tenants.get(tenantId);
      const owner = await directory.people.get(tenantId, ownerId);
      const { users, teams } = demoOrganisation(tenant.domain, owner.upn);
      await applyBootstrap(bootstrapFile.parse({ tenant, users, teams }));
      const origin: Origin = { tenantId, actor: { kind: "person", id: ownerId } };
      const [todo] = await uploadExamples(origin);
      if (todo !== undefined) await configureTodo(origin, todo);
    },
  };
}
