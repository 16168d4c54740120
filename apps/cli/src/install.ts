/** `parvis install APP`: adds an app to a team, a chat or for a person, after saying what it may do. */
import { Command } from "commander";
import { serverOption } from "./input/options.ts";
import { Refusal } from "./refusal.ts";
import { ServerClient } from "./server/client.ts";
import { type Asked, install, type PlaceOptions, prepare, withPlace } from "./server/installation-place.ts";

export interface AcceptOptions extends PlaceOptions {
  accept?: true;
  forOrganisation?: true;
}

/** The consent to send. @throws Refusal saying what the app asks for, when it was not accepted. */
export function consentFor(asked: Asked, { accept, forOrganisation }: AcceptOptions): object {
  if (accept || forOrganisation)
    return { definitionId: asked.definitionId, onBehalfOfOrganisation: forOrganisation === true };
  if (asked.organisationConsent !== null) return {};
  const lines = [
    ...asked.adds.map(({ title }) => `  adds  ${title}`),
    ...asked.permissions.map(({ title }) => `  may   ${title}`),
  ];
  throw new Refusal(
    `${asked.displayName} ${asked.version} asks for your consent:\n${lines.join("\n") || "  nothing in particular"}\nRun this again with --accept to agree.`,
    1,
  );
}

export function command(done: (exitCode: number) => void): Command {
  return withPlace(
    new Command("install")
      .description("add an app to a team, a chat, or for a person")
      .argument("<app>", "the app: name, id, or its manifest's id"),
  )
    .option("--accept", "agree to what the app adds and may do")
    .option("--for-organisation", "agree on behalf of the organisation; administrators only")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (app: string, options: AcceptOptions) => {
      const client = await ServerClient.open(options.server);
      const { appId, asked } = await prepare(client, app);
      await install(client, options, appId, asked, consentFor(asked, options));
      const { displayName, version } = asked;
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ installed: true, app: { id: appId, displayName }, version }, null, 2)}\n`
          : `${displayName} ${version} is installed\n`,
      );
      done(0);
    });
}
