/** Where `parvis login` keeps whom it signed in: a file that only its owner reads. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

export interface Login {
  readonly url: string;
  readonly cookie: string;
  readonly upn: string;
  readonly tenantId: string;
}

function loginFile(): string {
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), ".config"), "parvis", "login.json");
}

export async function readLogin(): Promise<Login | undefined> {
  try {
    const read = JSON.parse(await readFile(loginFile(), "utf8")) as Partial<Login>;
    const { url, cookie, upn, tenantId } = read;
    return url && cookie && upn && tenantId ? { url, cookie, upn, tenantId } : undefined;
  } catch {
    return undefined;
  }
}

export async function writeLogin(login: Login): Promise<void> {
  await mkdir(dirname(loginFile()), { recursive: true, mode: 0o700 });
  await writeFile(loginFile(), `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 });
}

export async function dropLogin(): Promise<void> {
  await rm(loginFile(), { force: true });
}
