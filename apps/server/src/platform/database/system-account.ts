import { spawnSync } from "node:child_process";

/** The system user that PostgreSQL runs as when Parvis itself is started as root, which PostgreSQL refuses to be. */
export interface SystemAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** `id` asks the machine's own name service, so accounts from LDAP and the like are found too. */
function find(name: string): SystemAccount | undefined {
  const ask = (flag: string) => Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout ?? "", 10);
  const uid = ask("-u");
  const gid = ask("-g");
  return Number.isNaN(uid) || Number.isNaN(gid) || uid === 0 ? undefined : { name, uid, gid };
}

function make(name: string): SystemAccount | undefined {
  const nologin = "/usr/sbin/nologin";
  const ways: [string, string[]][] = [
    [
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", nologin, name],
    ],
    ["adduser", ["-S", "-D", "-H", "-s", nologin, name]], // BusyBox, as on Alpine
  ];
  for (const [command, flags] of ways) {
    if (spawnSync(command, flags, { stdio: "ignore" }).status === 0) return find(name);
  }
  return undefined;
}

/**
 * The account to run PostgreSQL under, or undefined when Parvis is not root and simply runs it as itself.
 * An own account comes first: `postgres` may belong to another server on this machine, whose superuser could then read
 * our files.
 * @throws Error when root has no way to an unprivileged account.
 */
export function accountForDatabase(): SystemAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = find("parvis") ?? make("parvis") ?? find("postgres") ?? find("nobody");
  if (account === undefined) {
    throw new Error(
      "PostgreSQL does not run as root, and no unprivileged account could be found or made. " +
        "Create one with `useradd --system parvis`, or start Parvis as a normal user.",
    );
  }
  return account;
}
