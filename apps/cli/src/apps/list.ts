/** `parvis apps list`: apps of the organisation, of which administrators see all; or what was uploaded for somebody alone. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { table } from "../output/table.ts";
import { ServerClient } from "../server/client.ts";
import { isAdministrator, type ListedApp, type ManagedApp } from "./catalogue.ts";
import {
  type Place,
  refuseBeside,
  type UploadedApp,
  type UploadPlace,
  uploadPlace,
  withUploadPlace,
} from "./uploaded.ts";

interface Options extends UploadPlace {
  server?: string;
  status?: string;
  pending?: true;
  sort?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return withUploadPlace(
    new Command("list").description(
      "apps of the organisation; whoever is no administrator sees those they may use. With --me or --team what was uploaded for these alone",
    ),
  )
    .argument("[text]", "part of the name, the publisher or the manifest's id")
    .option(
      "--status <status>",
      "only these: allowed, blocked, blockedByPublisher, blockedOrgWide; with commas between",
    )
    .option("--pending", "only apps of which something waits for approval")
    .option(
      "--sort <columns>",
      "name, publisher, status, requests, updated …; :desc for the other way, with commas between",
    )
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (text: string | undefined, options: Options) => done(await list(text, options)));
}

async function listUploads(client: ServerClient, place: Place, text: string, json: true | undefined): Promise<number> {
  const has = (value: string) => value.toLowerCase().includes(text.toLowerCase());
  const all = await client.all<UploadedApp>(place.list);
  const items = all.filter((app) => [app.displayName, app.publisherName, app.externalId].some(has));
  if (json) process.stdout.write(`${JSON.stringify({ items })}\n`);
  else if (items.length === 0) process.stdout.write("There is none.\n");
  else {
    const rows = items.map(({ id, displayName, publisherName, version, uploadedBy, installed }) => [
      id,
      displayName,
      publisherName,
      version,
      uploadedBy?.displayName ?? "",
      installed ? "added" : "",
    ]);
    process.stdout.write(table(["ID", "NAME", "PUBLISHER", "VERSION", "UPLOADED BY", ""], rows));
  }
  return 0;
}

async function list(text: string | undefined, options: Options): Promise<number> {
  const { server, status, pending, sort, json } = options;
  if (options.me || options.team !== undefined) refuseBeside({ ...options }, "status", "pending", "sort");
  const client = await ServerClient.open(server);
  const place = await uploadPlace(client, options);
  if (place !== undefined) return await listUploads(client, place, text ?? "", json);
  const query = new URLSearchParams(text === undefined ? {} : { search: text });
  const administrator = await isAdministrator(client);
  if (administrator) {
    if (status !== undefined) query.set("status", status);
    if (pending) query.set("publishingStatus", "submitted,updateSubmitted");
    if (sort !== undefined) query.set("sort", sort);
  }
  const items: (ListedApp & Partial<ManagedApp>)[] = administrator
    ? await client.all<ManagedApp>(`/api/managed-apps?${query}`)
    : await client.all<ListedApp>(`/api/apps?${query}`);
  if (json) process.stdout.write(`${JSON.stringify({ items })}\n`);
  else if (items.length === 0) process.stdout.write("There is none.\n");
  else {
    const rows = items.map((app) => [
      app.id,
      app.displayName,
      app.publisherName,
      app.version,
      app.status,
      ...(administrator
        ? [app.publishingStatus ?? "", app.availability ?? "", app.requests ? String(app.requests) : ""]
        : []),
    ]);
    const head = ["ID", "NAME", "PUBLISHER", "VERSION", "STATUS"];
    process.stdout.write(table(administrator ? [...head, "PUBLISHING", "FOR", "REQUESTS"] : head, rows));
  }
  return 0;
}
