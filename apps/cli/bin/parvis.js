#!/usr/bin/env node
// Starts the command on a Node that runs TypeScript as it stands: this one when it can, else the one the repository brings.
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = new URL("../src/main.ts", import.meta.url);
const [major] = process.versions.node.split(".").map(Number);

if (major >= 24 && process.features.typescript) {
  // Compiled code is kept between runs: without it, reading the sources takes most of a short command's time.
  module.enableCompileCache?.();
  await import(main.href);
} else {
  const { spawn } = await import("node:child_process");
  const node = nearestNode();
  if (node === null) {
    process.stderr.write(
      `parvis needs Node.js 24 or later; this is ${process.version}. Run "npm ci" in the repository to bring one.\n`,
    );
    process.exit(2);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function nearestNode() {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const name of ["node_modules/node/bin/node", "node_modules/node/bin/node.exe"]) {
      const path = join(folder, name);
      if (existsSync(path) && path !== process.execPath) return path;
    }
    if (dirname(folder) === folder) return null;
  }
}
