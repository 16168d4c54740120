import { readConfiguration, startServer } from "@parvis/server";

/** Parvis for a benchmark: prints its address and stops on SIGTERM. */
const server = await startServer(readConfiguration(process.env));
process.stdout.write(`${server.url}\n`);
process.on("SIGTERM", async () => {
  await server.stop();
  process.exit(0);
});
