/** `parvis apps …`: the organisation's catalogue; each of its commands is a file of the folder. */
import { Command } from "commander";

const parts = {
  list: () => import("./apps/list.ts"),
  show: () => import("./apps/show.ts"),
  upload: () => import("./apps/upload.ts"),
  update: () => import("./apps/update.ts"),
  submit: () => import("./apps/submit.ts"),
  approve: () => import("./apps/approve.ts"),
  reject: () => import("./apps/reject.ts"),
  block: () => import("./apps/block.ts"),
  allow: () => import("./apps/allow.ts"),
  availability: () => import("./apps/availability.ts"),
  delete: () => import("./apps/delete.ts"),
};

export async function command(done: (exitCode: number) => void): Promise<Command> {
  const parent = new Command("apps").description(
    "apps of the organisation: upload, submit, decide about them, block, allow and remove them",
  );
  for (const load of Object.values(parts)) parent.addCommand((await load()).command(done));
  return parent;
}
