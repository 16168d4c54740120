/** Roles a person may hold in Parvis; names are Entra's, `operator` runs the store. */
export const roleNames = ["globalAdministrator", "teamsAdministrator", "operator"] as const;
export type RoleName = (typeof roleNames)[number];

/** Shortest password taken (NIST SP 800-63B section 5.1.1: length over composition). */
export const leastPasswordLength = 8;
/** Longer ones only make hashing slow. */
export const mostPasswordLength = 256;

/** A sign-in name as it is stored and compared: `User@Contoso.Test ` is `user@contoso.test`. */
export function normaliseUpn(upn: string): string {
  return upn.trim().toLowerCase();
}

/** The domain of a sign-in name; empty when it has none. */
export function domainOf(upn: string): string {
  return normaliseUpn(upn).split("@")[1] ?? "";
}

/** How many wrong passwords a name may collect in a window before it must wait. */
export const signInWindow = { failures: 10, minutes: 10 } as const;

/** Sessions end after this long without use. */
export const sessionDays = 14;
/** A session's last use is written at most this often, so that reading pages writes nothing. */
export const sessionTouchMinutes = 30;
