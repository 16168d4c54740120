/** `parvis policies what-if …`: how many people would gain or lose which apps by a change; nothing is changed. */
import { Argument, Command } from "commander";
import { type Availability, type AvailabilityOptions, availabilityOf, withAvailability } from "../apps/whom-for.ts";
import { serverOption } from "../input/options.ts";
import { Refusal } from "../refusal.ts";
import { ServerClient } from "../server/client.ts";
import { findAppId } from "./apps.ts";
import { type ContentOptions, contentWith, saysContent, withContent } from "./content-options.ts";
import { describeImpact, type Impact } from "./impact.ts";
import { findPolicy, type Kind, kindArgument } from "./policy.ts";
import { type WhomOptions, whom, withRank, withUserOrGroup } from "./whom.ts";

interface Options {
  server?: string;
  json?: true;
}

/** Finds out what the server is to consider. */
type Considered = (client: ServerClient) => Promise<object>;

async function consider({ server, json }: Options, considered: Considered): Promise<number> {
  const client = await ServerClient.open(server);
  const impact = await client.call<Impact>("POST", "/api/policies/what-if", await considered(client));
  process.stdout.write(json ? `${JSON.stringify(impact)}\n` : describeImpact(impact));
  return 0;
}

export function command(done: (exitCode: number) => void): Command {
  const parent = new Command("what-if").description(
    "how many people would gain or lose which apps by a change; nothing is changed",
  );
  const finish = (part: Command) =>
    void parent.addCommand(part.addOption(serverOption()).option("--json", "one JSON document on standard output"));

  finish(
    withContent(
      new Command("update")
        .description("a policy would say something else")
        .addArgument(kindArgument())
        .argument("<policy>", "its name or id"),
    ).action(async (kind: Kind, wanted: string, options: Options & ContentOptions) => {
      if (!saysContent(kind, options)) throw new Refusal("say what would change");
      const considered: Considered = async (client) => {
        const { id, content } = await findPolicy(client, kind, wanted);
        return { change: "policy", kind, policyId: id, content: await contentWith(client, content, options) };
      };
      done(await consider(options, considered));
    }),
  );
  const assigned = (kind: Kind, options: WhomOptions, policyId: string | null) => {
    const given = whom(options);
    return "group" in given
      ? { change: "assignGroup", kind, ...given, policyId }
      : { change: "assignPeople", kind, ...given, policyId };
  };
  finish(
    withRank(
      withUserOrGroup(
        new Command("assign")
          .description("people or a group would get a policy")
          .addArgument(kindArgument())
          .argument("<policy>", "its name or id"),
      ),
    ).action(async (kind: Kind, wanted: string, options: Options & WhomOptions) => {
      const considered: Considered = async (client) =>
        assigned(kind, options, (await findPolicy(client, kind, wanted)).id);
      done(await consider(options, considered));
    }),
  );
  finish(
    withUserOrGroup(
      new Command("unassign").description("people or a group would lose their policy").addArgument(kindArgument()),
    ).action(async (kind: Kind, options: Options & WhomOptions) =>
      done(await consider(options, async () => assigned(kind, options, null))),
    ),
  );
  for (const [name, status] of [
    ["block", "blocked"],
    ["allow", "allowed"],
  ] as const) {
    finish(
      new Command(name)
        .description(`apps would be ${status} for the whole organisation`)
        .argument("<apps...>", "names or ids")
        .action(async (names: string[], options: Options) => {
          const considered: Considered = async (client) => {
            const apps: string[] = [];
            for (const app of names) apps.push(await findAppId(client, app));
            return { change: "status", apps, status };
          };
          done(await consider(options, considered));
        }),
    );
  }
  for (const [name, change, description] of [
    ["join", "joinGroup", "people or a group would come into a group"],
    ["leave", "leaveGroup", "people or a group would leave a group"],
  ] as const) {
    finish(
      withUserOrGroup(new Command(name).description(description).argument("<into>", "the group, by name or id")).action(
        async (into: string, options: Options & WhomOptions) => {
          const given = whom(options);
          const members = "group" in given ? { groups: [given.group] } : { people: given.people };
          done(await consider(options, async () => ({ change, group: into, ...members })));
        },
      ),
    );
  }
  finish(
    new Command("delete-group")
      .description("a group would be deleted")
      .argument("<group>", "its name or id")
      .action(async (group: string, options: Options) =>
        done(await consider(options, async () => ({ change: "deleteGroup", group }))),
      ),
  );
  finish(
    withAvailability(new Command("availability").description("an app would be for other people")).action(
      async (app: string, availability: Availability, options: Options & AvailabilityOptions) => {
        const wanted = availabilityOf(availability, options);
        const considered: Considered = async (client) => ({
          change: "availability",
          appId: await findAppId(client, app),
          ...wanted,
        });
        done(await consider(options, considered));
      },
    ),
  );
  finish(
    new Command("setting")
      .description("one of the organisation's settings would be another")
      .argument("<name>", "the setting, such as allowThirdPartyApps")
      .addArgument(new Argument("<value>", "what it would be").choices(["on", "off"]))
      .action(async (name: string, value: string, options: Options) =>
        done(await consider(options, async () => ({ change: "settings", settings: { [name]: value === "on" } }))),
      ),
  );
  return parent;
}
