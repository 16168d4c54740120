import type { OriginMatcher } from "./origins.ts";

/** What a page may ask for in `authentication.authenticate` (section 5). Units: CSS pixels. */
export interface PopupRequest {
  readonly url: unknown;
  readonly width: unknown;
  readonly height: unknown;
}

/** The window of the host, as far as placing a popup goes. */
export interface PopupSurroundings {
  readonly outerWidth: number;
  readonly outerHeight: number;
  readonly screenX: number;
  readonly screenY: number;
}

const LONGEST_URL = 8192;
/** Sizes of 1.x (v1: openAuthenticationWindow): defaults, and how much of the host must stay visible around the popup. */
const DEFAULT_SIZE = { width: 600, height: 400 };
const MARGIN = { width: 400, height: 200 };
const SMALLEST = { width: 300, height: 200 };

/**
 * The address to open, or `undefined` when it may not be opened: https anywhere, since sign-in happens at identity
 * providers, and otherwise only the app's own origins (http on a developer's machine).
 */
export function popupAddress(url: unknown, allowedOrigins: OriginMatcher): string | undefined {
  if (typeof url !== "string" || url.length > LONGEST_URL) return undefined;
  // Pages name the way back with this placeholder; the SDK fills it in itself on the web (v1.13: openAuthenticationWindow).
  const parsed = URL.parse(url.replaceAll(/\{oauthRedirectMethod\}|%7BoauthRedirectMethod%7D/gi, "web"));
  if (!parsed) return undefined;
  return parsed.protocol === "https:" || allowedOrigins(parsed.origin) ? parsed.href : undefined;
}

function clamp(asked: unknown, fallback: number, available: number, smallest: number): number {
  const number = typeof asked === "string" ? Number.parseFloat(asked) : asked;
  const wanted = typeof number === "number" && Number.isFinite(number) && number > 0 ? number : fallback;
  return Math.round(Math.max(smallest, Math.min(wanted, available)));
}

/** The feature string for window.open: sizes clamped, popup centred over the host. It keeps its opener: the SDK needs it. */
export function popupFeatures(request: PopupRequest, around: PopupSurroundings): string {
  const width = clamp(request.width, DEFAULT_SIZE.width, around.outerWidth - MARGIN.width, SMALLEST.width);
  const height = clamp(request.height, DEFAULT_SIZE.height, around.outerHeight - MARGIN.height, SMALLEST.height);
  const left = Math.round(around.screenX + (around.outerWidth - width) / 2);
  const top = Math.round(around.screenY + (around.outerHeight - height) / 2);
  return `popup=yes,width=${width},height=${height},left=${left},top=${top}`;
}
