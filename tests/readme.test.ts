import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ParvisProcess } from "../tools/parvis-process.ts";

const root = join(import.meta.dirname, "..");

test("the README's script does what it says, word for word", async () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const script = /## The same by script[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  expect(script).toContain("/connectors");
  const parvis = await ParvisProcess.start({
    environment: { PARVIS_BOOTSTRAP: join(root, "examples/demo/contoso.yaml") },
  });
  const folder = await mkdtemp(join(tmpdir(), "parvis-readme-"));
  try {
    // Its own folder, so that `jar` and `todo.zip` are not left in the repository.
    const inFolder = script
      .replaceAll("examples/", `${root}/examples/`)
      .replaceAll("npx parvis", `${root}/node_modules/.bin/parvis`);
    const ran = spawnSync("bash", ["-euo", "pipefail", "-c", inFolder], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PARVIS: parvis.url, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}` },
    });
    expect(ran.stderr).toBe("");
    expect(ran.stdout.trim()).toMatch(/1Build 1234: passed in 4 min$/);
    expect(ran.status).toBe(0);
  } finally {
    await parvis.dispose();
    await rm(folder, { recursive: true, force: true });
  }
});
