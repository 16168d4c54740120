import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Where requests on behalf of others may go. */
export interface TargetPolicy {
  /** Whether a host and port, as an address names them, are the operator's exception. */
  namedByOperator(host: string, port: number): boolean;
  /** Whether a numeric address may be connected to: public ones, and the operator's exceptions. */
  mayConnect(address: string): boolean;
}

/** IPv4 in IPv6's clothes (`::ffff:10.0.0.1`) is judged as what it is. Undefined for what is no numeric address. */
function parseAddress(text: string): Address | undefined {
  return ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

interface NamedHost {
  readonly host: string;
  readonly port: number | undefined;
}

function readNamedHost(entry: string): NamedHost | undefined {
  const [, host, port] = /^(\[[0-9a-fA-F:.]+\]|[^:/\s]+)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  if (host === undefined) return undefined;
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  return { host: bare, port: port === undefined ? undefined : Number(port) };
}

/** @returns the entries of `PARVIS_PRIVATE_TARGETS` that are neither a host (with or without port) nor a network. */
export function wrongTargetEntries(entries: readonly string[]): string[] {
  return entries.filter((entry) => !ipaddr.isValidCIDR(entry) && readNamedHost(entry) === undefined);
}

/**
 * What an operator lists in `PARVIS_PRIVATE_TARGETS`: names (`jenkins.corp`, `*.corp.example`), numeric addresses,
 * either with a port, and networks (`10.0.0.0/8`). Everything that is not a public unicast address is refused otherwise:
 * private, loopback, link-local (cloud metadata is there), carrier NAT, multicast, translated and reserved ranges.
 */
export function targetPolicy(entries: readonly string[]): TargetPolicy {
  const networks = entries.filter((entry) => ipaddr.isValidCIDR(entry)).map((entry) => ipaddr.parseCIDR(entry));
  const hosts = entries.flatMap((entry) => (ipaddr.isValidCIDR(entry) ? [] : (readNamedHost(entry) ?? [])));
  const matches = (pattern: string, host: string) =>
    pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
  return {
    namedByOperator: (host, port) => {
      const name = host.replace(/^\[|\]$/g, "").toLowerCase();
      return hosts.some((entry) => matches(entry.host, name) && (entry.port === undefined || entry.port === port));
    },
    mayConnect: (text) => {
      const address = parseAddress(text);
      if (address === undefined) return false;
      if (address.range() === "unicast") return true;
      return (
        networks.some(([network, bits]) => address.kind() === network.kind() && address.match(network, bits)) ||
        hosts.some((entry) => parseAddress(entry.host)?.toString() === address.toString())
      );
    },
  };
}
