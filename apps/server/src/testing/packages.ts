import { encode } from "fast-png";
import { zipSync } from "fflate";
import { newId } from "../platform/identifiers.ts";

/** A square PNG. @param paint RGBA of a pixel. */
export function png(
  size: number,
  paint: (x: number, y: number) => readonly [number, number, number, number],
): Uint8Array {
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) data.set(paint(x, y), (y * size + x) * 4);
  return encode({ width: size, height: size, data, channels: 4, depth: 8 });
}

export const colorIcon = png(192, (x, y) => [x, y, 160, 255]);
/** White on transparent, as Teams asks. */
export const outlineIcon = png(32, (x, y) =>
  x > 8 && x < 24 && y > 8 && y < 24 ? [255, 255, 255, 255] : [255, 255, 255, 0],
);

/** A valid manifest of an app with a connector. */
export function connectorManifest(change: Record<string, unknown> = {}) {
  return {
    $schema: "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json",
    manifestVersion: "1.16",
    version: "1.0.0",
    id: newId(),
    developer: {
      name: "Fabrikam",
      websiteUrl: "https://fabrikam.example",
      privacyUrl: "https://fabrikam.example/privacy",
      termsOfUseUrl: "https://fabrikam.example/terms",
    },
    name: { short: "Builds", full: "Builds of Fabrikam" },
    description: { short: "Cards for builds", full: "Posts a card for every build that ends." },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#5B5FC7",
    connectors: [
      {
        connectorId: "8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01",
        configurationUrl: "https://connector.fabrikam.example/configure",
        scopes: ["team"],
      },
    ],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: ["connector.fabrikam.example"],
    ...change,
  };
}

/** A valid manifest of an app with a page for one person, and no connector. */
export function personalManifest(change: Record<string, unknown> = {}) {
  return connectorManifest({
    connectors: undefined,
    name: { short: "Plans", full: "Plans of Fabrikam" },
    staticTabs: [
      { entityId: "home", name: "Home", contentUrl: "https://connector.fabrikam.example/home", scopes: ["personal"] },
    ],
    ...change,
  });
}

/** Zips a manifest with its icons. @param files replaces or, with undefined, leaves out files. */
export function appPackage(manifest: object | string, files: Record<string, Uint8Array | undefined> = {}): Uint8Array {
  const text = typeof manifest === "string" ? manifest : JSON.stringify(manifest, null, 2);
  const all = {
    "manifest.json": new TextEncoder().encode(text),
    "color.png": colorIcon,
    "outline.png": outlineIcon,
    ...files,
  };
  return zipSync(
    Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined)),
  );
}
