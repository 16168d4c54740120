import { type SendOptions, sendFile } from "../../shared/api/send-file.ts";
import type { App } from "../apps/app-queries.ts";

/** @throws Problem, or an AbortError. */
export async function sendPackage(address: string, file: Blob, options: SendOptions): Promise<App> {
  return (await sendFile(address, file, "application/zip", options)) as App;
}
