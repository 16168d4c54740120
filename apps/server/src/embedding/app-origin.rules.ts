import { createHash } from "node:crypto";
import { originMatcher } from "@parvis/host";

/** Whose pages: the host of the configuration page is the app's main one, valid domains are its others. */
export interface PageSource {
  readonly configurationUrl: string;
  readonly validDomains: readonly string[];
}

/**
 * The origins that apps get of their own (teamsjs-host.md section 7): `<label>.<suffix>`, where the label is the app's id,
 * and for hosts beside the main one the id and a mark of the host.
 */
export interface AppOrigins {
  origin(label: string): string;
  /** Every origin of one app, where a Content-Security-Policy or the shim needs them all. */
  pattern(appId: string): readonly [main: string, others: string];
  /** The label that a `Host` header names; undefined when it is none of ours. */
  label(host: string | undefined): string | undefined;
}

const labelForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-[0-9a-f]{10})?$/;
const loopback = /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * @param appsHost what the operator set (PARVIS_APPS_HOST), with its port where it has one.
 * @returns undefined when no names can be made: the public address is a number.
 */
export function appOrigins(publicUrl: string, appsHost: string | undefined): AppOrigins | undefined {
  const { protocol, hostname, port } = new URL(publicUrl);
  const suffix = appsHost ?? suffixFor(hostname, port);
  if (suffix === undefined) return undefined;
  const [suffixName = ""] = suffix.split(":");
  return {
    origin: (label) => `${protocol}//${label}.${suffix}`,
    pattern: (appId) => [`${protocol}//${appId}.${suffix}`, `${protocol}//${appId}-*.${suffix}`],
    label: (host) => {
      const name = host?.replace(/:\d+$/, "").toLowerCase();
      if (name === undefined || !name.endsWith(`.${suffixName}`)) return undefined;
      const label = name.slice(0, -suffixName.length - 1);
      return labelForm.test(label) ? label : undefined;
    },
  };
}

function suffixFor(hostname: string, port: string): string | undefined {
  const end = port === "" ? "" : `:${port}`;
  // Browsers lead every name under localhost to the machine itself.
  if (loopback.test(hostname)) return `localhost${end}`;
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : `apps.${hostname}${end}`;
}

/** The label under which a host of an app's pages appears. */
export function labelFor(appId: string, source: PageSource, upstream: string): string {
  if (upstream === new URL(source.configurationUrl).origin) return appId;
  return `${appId}-${createHash("sha256").update(upstream).digest("hex").slice(0, 10)}`;
}

export function appOf(label: string): string {
  return label.slice(0, 36);
}

/** The address as URL when it may be shown: on the configuration page's origin or a valid domain. */
export function pageUrl(source: PageSource, address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const plain = url.username === "" && url.password === "";
  return plain && originMatcher(source.configurationUrl, source.validDomains)(url.origin) ? url : undefined;
}
