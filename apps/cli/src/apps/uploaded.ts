/** Custom apps that somebody uploads for themselves or a team, past the organisation's catalogue. */
import { type Command, Option } from "commander";
import { Refusal } from "../refusal.ts";
import type { ServerClient } from "../server/client.ts";
import { findTeam, pick } from "../server/places.ts";
import type { ListedApp } from "./catalogue.ts";

export interface UploadPlace {
  me?: true;
  team?: string;
}

export interface UploadedApp extends ListedApp {
  readonly uploadedBy: { readonly displayName: string } | null;
  readonly installed: boolean;
}

/** The options that turn a command from the organisation's catalogue to uploads. */
export function withUploadPlace(command: Command): Command {
  return command
    .addOption(new Option("--me", "for yourself alone, past the organisation's catalogue").conflicts("team"))
    .option("--team <team>", "for this team alone: name or id");
}

/** Where uploads go and stand: undefined for the organisation's catalogue. */
export async function uploadPlace(client: ServerClient, { me, team: wanted }: UploadPlace) {
  if (wanted !== undefined) {
    const { id, displayName } = await findTeam(client, wanted);
    return {
      upload: `/api/teams/${id}/apps/upload`,
      list: `/api/uploads?team=${id}`,
      whom: displayName,
      add: `--team ${id}`,
    };
  }
  return me ? { upload: "/api/me/apps/upload", list: "/api/uploads", whom: "yourself", add: "" } : undefined;
}

export type Place = NonNullable<Awaited<ReturnType<typeof uploadPlace>>>;

/** An upload by name, id or manifest's id. @throws Refusal when there is none, or several */
export async function findUploaded(client: ServerClient, place: Place, wanted: string): Promise<UploadedApp> {
  const uploads = await client.all<UploadedApp>(place.list);
  const byManifest = uploads.find(({ externalId }) => externalId.toLowerCase() === wanted.toLowerCase());
  if (byManifest !== undefined) return byManifest;
  const named = uploads.map((app) => ({ ...app, name: app.displayName }));
  return pick(named, "app", wanted, `uploaded for ${place.whom}`);
}

/** @throws Refusal naming the option, for one that says nothing about uploads */
export function refuseBeside(options: Readonly<Record<string, unknown>>, ...names: readonly string[]): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given !== undefined) throw new Refusal(`--${given} is about the organisation's catalogue, not about uploads`);
}
