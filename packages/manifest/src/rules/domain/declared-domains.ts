/** The domains that a manifest names. */
import { listAt } from "../../json/json-value.ts";
import { type Part, parts, texts } from "../parts.ts";
import type { Subject } from "../subject.ts";

/** Everything that names a domain: validDomains, and links that a message extension unfurls. */
export function domains({ manifest }: Subject): Part<string>[] {
  const unfurled = parts(manifest, "composeExtensions").flatMap((_, extension) =>
    listAt(manifest, "composeExtensions", extension, "messageHandlers").flatMap((__, handler) =>
      texts(manifest, "composeExtensions", extension, "messageHandlers", handler, "value", "domains"),
    ),
  );
  return [...texts(manifest, "validDomains"), ...unfurled];
}

export const bare = (domain: string) =>
  domain
    .replace(/^https?:\/\//i, "")
    .split(/[/:?#]/)[0]
    ?.toLowerCase() ?? "";

/** Asterisk and `{teamSiteDomain}` as Teams reads them: one stands for any host below, the other for SharePoint. */
export function covers(domain: string, host: string): boolean {
  const pattern = bare(domain);
  if (pattern === host) return true;
  if (domain === "{teamSiteDomain}") return host.endsWith(".sharepoint.com");
  return pattern.startsWith("*.") && host.endsWith(pattern.slice(1));
}
