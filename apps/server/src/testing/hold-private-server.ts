import { PrivateServer } from "../platform/database/private-server.ts";
import { createLog } from "../platform/log.ts";

/** Holds a data folder as a running Parvis does, until it is killed; prints the server's process id. */
const server = new PrivateServer(process.argv[2] ?? "", createLog("silent"));
await server.start();
process.stdout.write(`${server.pid}\n`);
setInterval(() => undefined, 1_000);
