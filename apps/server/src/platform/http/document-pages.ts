import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { Hono } from "hono";
import { html, raw } from "hono/html";
import markdownIt from "markdown-it";
import { documentStyle } from "./document-style.ts";
import type { RequestEnvironment } from "./router.ts";

/** Help links of findings are short: /docs/rules/icon/color-size. */
const shortcuts: readonly [RegExp, string][] = [[/^rules(?=\/|$)/, "reference/rules"]];
const pageName = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/i;

const markdown = markdownIt({ html: false, linkify: false });

/** Links between pages, as `/docs` has them; those that leave the documentation lead nowhere here and become text. */
function addressOf(link: string, page: string): string | undefined {
  if (/^(https?:|#)/.test(link)) return link;
  const [path = "", fragment] = link.split("#");
  const target = posix.join(posix.dirname(page), path);
  if (target.startsWith("..") || !target.endsWith(".md")) return undefined;
  const name = target.slice(0, -3).replace(/(^|\/)README$/, "");
  return `/docs/${name}`.replace(/\/$/, "") + (fragment === undefined ? "" : `#${fragment}`);
}

/** Markdown as HTML. @param page its path in the folder, which relative links start from. */
function render(text: string, page: string): string {
  const tokens = markdown.parse(text.replace(/^<!--.*?-->\s*/s, ""), {});
  for (const token of tokens.flatMap((one) => one.children ?? [])) {
    const link = token.attrGet("href");
    if (link === null) continue;
    const address = addressOf(`${link}`, page);
    if (address === undefined) token.attrs = (token.attrs ?? []).filter(([name]) => name !== "href");
    else token.attrSet("href", address);
  }
  // A wide table scrolls by itself instead of widening the page, and the keyboard reaches it.
  return markdown.renderer
    .render(tokens, markdown.options, {})
    .replaceAll("<table>", '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>')
    .replaceAll("</table>", "</table></div>");
}

async function inFrame(title: string, body: string): Promise<string> {
  return String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title}</title>
          <style>${raw(documentStyle)}</style>
        </head>
        <body class="plain">
          <nav aria-label="Documentation"><a href="/docs">Documentation</a> · <a href="/api/docs">API</a> · <a href="/">Parvis</a></nav>
          <main>${raw(body)}</main>
        </body>
      </html>`,
  );
}

/**
 * The documentation of this release, as pages: guides, reference, and the rules that findings link to.
 * @param folder `docs/` of the repository.
 */
export function documentPages(folder: string): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  const pages = new Map<string, string>();

  async function pageOf(name: string): Promise<string | undefined> {
    if (name !== "" && !pageName.test(name)) return undefined;
    const path = shortcuts.reduce((long, [short, full]) => long.replace(short, full), name);
    for (const file of path === "" ? ["README.md"] : [`${path}.md`, `${path}/README.md`]) {
      const text = await readFile(join(folder, file), "utf8").catch(() => undefined);
      if (text !== undefined) return await inFrame(/^# (.+)$/m.exec(text)?.[1] ?? "Parvis", render(text, file));
    }
    return undefined;
  }

  routes.get("/docs/*", async (c) => {
    const name = c.req.path.replace(/^\/docs\/?/, "").replace(/\/$/, "");
    const found = pages.get(name) ?? (await pageOf(name));
    if (found !== undefined) pages.set(name, found);
    const page =
      found ??
      (await inFrame(
        "No such page",
        render("# No such page\n\nThe documentation of this release has no such page.", ""),
      ));
    return c.html(page, found === undefined ? 404 : 200, {
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'",
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
    });
  });
  return routes;
}
