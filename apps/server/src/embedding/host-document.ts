import { frameSources } from "@parvis/host";
import type { PageSource } from "./app-origin.rules.ts";
import type { EmbeddingService } from "./embedding.service.ts";

/** The document that hosts an app's page, and what it may do. */
export interface HostDocument {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * It is a document of its own because a Content-Security-Policy belongs to a document: this one may frame the app's host and
 * valid domains and nothing else, so that the page cannot wander off to another site inside our client. The client's own
 * document frames only this.
 * @param addresses of the app's pages that may be shown in it.
 */
export async function makeHostDocument(
  embedding: Pick<EmbeddingService, "modeOf" | "originsFor">,
  document: string,
  app: { readonly tenantId: string; readonly appId: string; readonly source: PageSource },
  addresses: readonly string[],
): Promise<HostDocument> {
  const { mode } = await embedding.modeOf(app.tenantId, app.appId);
  const sources =
    mode === "legacy"
      ? embedding.originsFor(app.appId, app.source, addresses)
      : frameSources(app.source.configurationUrl, app.source.validDomains);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    `frame-src ${sources.length === 0 ? "'none'" : sources.join(" ")}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return {
    html: document.replace("<body", `<body data-embedding="${mode}"`),
    headers: {
      "Content-Security-Policy": policy.join("; "),
      "Cache-Control": "no-store",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "X-Content-Type-Options": "nosniff",
    },
  };
}
