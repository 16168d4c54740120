import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import { html } from "hono/html";

let script: string | undefined;

/** The shim's script: @parvis/host's, minus its types. */
export function shimScript(): string {
  script ??= stripTypeScriptTypes(readFileSync(fileURLToPath(import.meta.resolve("@parvis/host/shim")), "utf8"));
  return script;
}

/** The document beside a page that is shown through Parvis. @param parent origin of what frames it @param pages origins of the app */
export async function shimPage(parent: string, pages: readonly string[], title: string): Promise<string> {
  return String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>${title}</title>
          <style>
            html,
            body,
            iframe {
              display: block;
              width: 100%;
              height: 100%;
              margin: 0;
              border: 0;
            }
          </style>
        </head>
        <body data-parent="${parent}" data-pages="${pages.join(" ")}">
          <script type="module" src="/.parvis/shim.js"></script>
        </body>
      </html>`,
  );
}

const words = {
  over: {
    en: ["This page is over", "Close it, and open it from Parvis again."],
    fr: ["Cette page est terminée", "Fermez-la, puis rouvrez-la depuis Parvis."],
  },
  failed: {
    en: ["The app's server does not answer", "Try again shortly, or tell whoever runs the app."],
    fr: ["Le serveur de l'application ne répond pas", "Réessayez sous peu ou prévenez l'éditeur de l'application."],
  },
} as const;

/** In place of a page that cannot be shown. */
export async function noticePage(what: keyof typeof words, language: "en" | "fr", detail = ""): Promise<string> {
  const [title, how] = words[what][language];
  return String(
    await html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta name="color-scheme" content="light dark" />
          <title>${title}</title>
        </head>
        <body style="font-family: system-ui, sans-serif; margin: 24px">
          <h1 style="font-size: 1.25rem">${title}</h1>
          <p>${how}</p>
          <p>${detail}</p>
        </body>
      </html>`,
  );
}
