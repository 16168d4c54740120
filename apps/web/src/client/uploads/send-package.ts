import { hasCode } from "../../shared/api/problem.ts";
import { sendFile } from "../../shared/api/send-file.ts";

async function send(address: string, file: File): Promise<unknown> {
  const { signal } = new AbortController();
  return await sendFile(address, file, "application/zip", { signal, onSent: () => undefined });
}

/**
 * Sends a package as a new app. Of an app that is there already it is a new version, which is what somebody with its
 * package means. @param versionAddress where the new version of an app goes. @returns what the server answered.
 */
export async function sendPackage(
  file: File,
  address: string,
  versionAddress: (appId: string) => string,
): Promise<unknown> {
  try {
    return await send(address, file);
  } catch (error) {
    if (!hasCode(error, "app/exists") || typeof error.extra.appId !== "string") throw error;
    return await send(versionAddress(error.extra.appId), file);
  }
}
