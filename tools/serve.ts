import { keepYoungSpaceSmall } from "@parvis/server/young-space";

keepYoungSpaceSmall();
const { readConfiguration, startServer } = await import("@parvis/server");

/** Parvis for tests and benchmarks: one line of JSON when it is ready, and a stop in good order on SIGTERM. */
const { url, port, setupLink, stop } = await startServer(readConfiguration(process.env));
process.stdout.write(`${JSON.stringify({ url, port, setupLink: setupLink ?? null })}\n`);
process.on("SIGTERM", async () => {
  await stop();
  process.exit(0);
});
