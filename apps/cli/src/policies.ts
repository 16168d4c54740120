/** `parvis policies …`: who may use which apps and what is set up for them; each of its commands is a file of the folder. */
import { Command } from "commander";

const parts = {
  list: () => import("./policies/list.ts"),
  show: () => import("./policies/show.ts"),
  create: () => import("./policies/create.ts"),
  update: () => import("./policies/update.ts"),
  delete: () => import("./policies/delete.ts"),
  assign: () => import("./policies/assign.ts"),
  unassign: () => import("./policies/unassign.ts"),
  effective: () => import("./policies/effective.ts"),
  file: () => import("./policies/file.ts"),
  "what-if": () => import("./policies/what-if.ts"),
};

export async function command(done: (exitCode: number) => void): Promise<Command> {
  const parent = new Command("policies").description(
    "permission and setup policies: make, change and assign them, and see what they do",
  );
  for (const load of Object.values(parts)) parent.addCommand((await load()).command(done));
  return parent;
}
