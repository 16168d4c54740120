import { generateApp } from "@parvis/manifest";

/** What a publisher says about a connector (contracts.md D.4). */
export interface RegistrationText {
  readonly name: string;
  readonly shortDescription: string;
  readonly detailedDescription: string;
  readonly companyName: string;
  readonly websiteUrl: string;
  /** The page that people configure the connector with, shown in the client. */
  readonly configurationUrl: string;
  /** Beside the configuration page's own host, which always counts. */
  readonly validDomains: readonly string[];
  /** Where the browser flow `/connectors/Connect` may send people back to. */
  readonly callbackUrls: readonly string[];
  readonly actionsEnabled: boolean;
  /** Buttons of the connector's cards may post there; kept while actions are off. */
  readonly actionsUrl: string | null;
}

export interface RegistrationIdentity {
  readonly connectorId: string;
  /** The id of the app in its manifest, the same for life. */
  readonly appId: string;
  /** Counts the changes of what is in the package. */
  readonly revision: number;
}

/** Smaller than this, in bytes (contracts.md D.4: "<60 KB"). */
export const largestLogo = 60 * 1024;
/** More than any PNG of 192x192 pixels needs, in bytes. */
export const largestColorIcon = 160 * 1024;

export type LogoType = "image/png" | "image/jpeg" | "image/gif";

/** What a picture is, by its first bytes; undefined for what no logo can be. */
export function logoType(bytes: Uint8Array): LogoType | undefined {
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (begins(0xff, 0xd8, 0xff)) return "image/jpeg";
  const gif = begins(0x47, 0x49, 0x46, 0x38) && (bytes[4] === 0x37 || bytes[4] === 0x39) && bytes[5] === 0x61;
  return gif ? "image/gif" : undefined;
}

/** A person who wants to change a registration. */
export interface Editor {
  readonly personId: string;
  readonly administrator: boolean;
}

/** Who may change and delete a registration: whoever made it, and administrators. */
export function mayEdit(registration: { readonly createdBy: string | null }, editor: Editor): boolean {
  return editor.administrator || registration.createdBy === editor.personId;
}

/** The hosts a package names: the configuration page's first, then the others, each once. */
export function packageDomains({ configurationUrl, validDomains }: RegistrationText): string[] {
  const own = URL.canParse(configurationUrl) ? [new URL(configurationUrl).hostname] : [];
  return [...new Set([...own, ...validDomains.map((domain) => domain.trim().toLowerCase())])];
}

/** 1.0.0 at first, and higher with every change, so that each package can replace the one before (lifecycle.md 2). */
export function packageVersion(revision: number): string {
  return `1.0.${revision}`;
}

/**
 * The files of the connector's app package: manifest and icons.
 * @param colorIcon 192x192 PNG made of the logo; without one, an icon is drawn.
 */
export function packageFiles(
  identity: RegistrationIdentity,
  registration: RegistrationText,
  colorIcon: Uint8Array | null,
): Map<string, Uint8Array> {
  const files = generateApp({
    kind: "connector",
    id: identity.appId,
    registrationId: identity.connectorId,
    version: packageVersion(identity.revision),
    name: registration.name,
    developer: registration.companyName,
    description: registration.shortDescription,
    fullDescription: registration.detailedDescription,
    url: registration.configurationUrl,
    configurationUrl: registration.configurationUrl,
    validDomains: packageDomains(registration),
    website: registration.websiteUrl,
  });
  if (colorIcon !== null) files.set("color.png", colorIcon);
  return files;
}

/** Whether two packages are the same, file by file. */
export function sameFiles(a: ReadonlyMap<string, Uint8Array>, b: ReadonlyMap<string, Uint8Array>): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([name, bytes]) => {
    const other = b.get(name);
    return other !== undefined && Buffer.compare(bytes, other) === 0;
  });
}

/** A name for the package's file: the connector's, in letters every system takes. */
export function packageFileName(name: string, version: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{Mark}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return `${plain === "" ? "connector" : plain}-${version}.zip`;
}
