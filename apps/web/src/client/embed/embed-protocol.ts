import type { AppTarget, PageSettings, RoundTripOutcome, Silence, Theme } from "@parvis/host";

/**
 * What the dialog and the document that hosts the publisher's page (embed.html) say to each other: first one message
 * to the window that carries a port, then everything over the port. Both are of our own origin.
 */
export type FrameMode = "configure" | "remove" | "content";

/** How the page is framed: as it is, or through Parvis on an origin of its app. */
export type EmbeddingMode = "direct" | "legacy";

/** The message with the port. */
export interface EmbedStart {
  readonly kind: "parvis-embed-start";
  readonly mode: FrameMode;
  readonly theme: Theme;
  /** BCP 47, as teams-js passes it on: `en-us`. */
  readonly locale: string;
  /** For screen readers: what the frame shows. */
  readonly title: string;
  /** The place within the page that a link named. */
  readonly subPageId?: string;
}

export type EmbedOrder =
  | { readonly kind: "theme"; readonly theme: Theme }
  | { readonly kind: "save" }
  | { readonly kind: "remove" }
  /** The dialog goes: answer what is open, then say `ended`. */
  | { readonly kind: "end" };

export type EmbedReport =
  | { readonly kind: "started" }
  /** The configuration could not be read, or has no page that may be loaded. */
  | {
      readonly kind: "unusable";
      readonly code: string;
      readonly detail: string;
      readonly requestId: string | undefined;
    }
  | { readonly kind: "validity"; readonly valid: boolean }
  | { readonly kind: "connected" }
  | {
      readonly kind: "silent";
      readonly silence: Silence;
      readonly pageOrigin: string;
      readonly embedding: EmbeddingMode;
    }
  | { readonly kind: "app-failed"; readonly message: string }
  | { readonly kind: "saved"; readonly outcome: RoundTripOutcome; readonly settings: PageSettings }
  | { readonly kind: "removed"; readonly outcome: RoundTripOutcome }
  /** The page wants to go to another page, of its app or another. */
  | { readonly kind: "navigate"; readonly target: AppTarget }
  | { readonly kind: "ended" };
