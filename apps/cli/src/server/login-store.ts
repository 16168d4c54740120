/** Where `parvis login` keeps whom it signed in: sessions alone, never a password, in a file that only its owner reads. */
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { Refusal } from "../refusal.ts";

/** One server's session. */
export interface Login {
  readonly url: string;
  /** As the server set it: `name=value`. */
  readonly cookie: string;
  readonly upn: string;
  readonly tenantId: string;
}

/** One session a server; the one that was signed in to last comes first and is meant when none is named. */
interface Kept {
  readonly logins: readonly Login[];
}

/** In the user's configuration folder: XDG's, or what stands for it on Windows. */
export function loginFile(): string {
  const windows = process.platform === "win32" ? process.env.APPDATA : undefined;
  return join(process.env.XDG_CONFIG_HOME || windows || join(homedir(), ".config"), "parvis", "login.json");
}

async function readAll(): Promise<readonly Login[]> {
  const path = loginFile();
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return '{"logins":[]}';
    throw new Refusal(`${path} cannot be read (${error.code})`, 1);
  });
  try {
    return (JSON.parse(text) as Kept).logins.filter(({ url, cookie }) => url && cookie);
  } catch {
    throw new Refusal(`${path} is not what parvis login writes; remove it and sign in again`, 1);
  }
}

/** Written beside and moved over, so that a crash leaves the old one; its owner's alone from the first byte on. */
async function writeAll(logins: readonly Login[]): Promise<void> {
  const path = loginFile();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, `${JSON.stringify({ logins } satisfies Kept, null, 2)}\n`, { mode: 0o600 });
  await chmod(beside, 0o600);
  await rename(beside, path);
}

/** The session at a server, or the last one; undefined when there is none. */
export async function readLogin(url?: string): Promise<Login | undefined> {
  return (await readAll()).find((login) => url === undefined || login.url === url);
}

export async function writeLogin(login: Login): Promise<void> {
  await writeAll([login, ...(await readAll()).filter(({ url }) => url !== login.url)]);
}

/** @returns what was forgotten. */
export async function dropLogin(url: string): Promise<Login | undefined> {
  const logins = await readAll();
  const dropped = logins.find((login) => login.url === url);
  if (dropped !== undefined) await writeAll(logins.filter((login) => login !== dropped));
  return dropped;
}
