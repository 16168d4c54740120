/** `parvis webhook …`: webhooks of channels; each of its commands is a file of the folder. */
import { Command } from "commander";

const parts = {
  create: () => import("./webhook/create.ts"),
  list: () => import("./webhook/list.ts"),
  show: () => import("./webhook/show.ts"),
  rotate: () => import("./webhook/rotate.ts"),
  revoke: () => import("./webhook/revoke.ts"),
  send: () => import("./webhook/send.ts"),
  log: () => import("./webhook/log.ts"),
};

export async function command(done: (exitCode: number) => void): Promise<Command> {
  const parent = new Command("webhook").description(
    "make, list, replace and end webhooks; post to them; see what was posted",
  );
  for (const load of Object.values(parts))
    parent.addCommand((await load()).command(done).exitOverride().showHelpAfterError());
  return parent;
}
