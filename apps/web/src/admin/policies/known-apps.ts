import type { App } from "../apps/app-queries.ts";
import type { PolicyApp } from "./policy-queries.ts";

/** What a list of a policy shows of an app. */
export interface KnownApp {
  readonly displayName: string;
  readonly publisherName: string;
  readonly icon: string | null;
}

/** Apps by how a policy names them. Those that are not there are not known, and stay. */
export type KnownApps = ReadonlyMap<string, KnownApp>;

export function knownIn(apps: readonly PolicyApp[]): KnownApps {
  return new Map(
    apps.flatMap(({ ref, known, displayName, publisherName, icon }) =>
      known ? [[ref, { displayName: displayName ?? ref, publisherName: publisherName ?? "", icon }]] : [],
    ),
  );
}

export function knownFrom({ displayName, publisherName, icons }: App): KnownApp {
  return { displayName, publisherName, icon: icons.color };
}
