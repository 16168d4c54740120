import { Hono } from "hono";
import { html } from "hono/html";
import { type Language, languageOf } from "../platform/http/language.ts";
import type { RequestEnvironment } from "../platform/http/router.ts";
import type { MailSubscription, SubscriptionService } from "./subscription.service.ts";

type Words = Record<"title" | "ask" | "leave" | "left" | "again" | "back" | "unknown", string>;

const words: Record<Language, Words> = {
  en: {
    title: "Mail from connectors",
    ask: "Do you want no more mail from this connector?",
    leave: "Unsubscribe",
    left: "Done: this connector sends no more mail to you.",
    again: "Subscribe again",
    back: "This connector sends its cards to you by mail.",
    unknown: "This link is not valid any more. Nothing is sent by it.",
  },
  fr: {
    title: "Messages des connecteurs",
    ask: "Ne plus recevoir de message de ce connecteur\u00a0?",
    leave: "Se désabonner",
    left: "C’est fait\u00a0: ce connecteur ne vous enverra plus de message.",
    again: "Se réabonner",
    back: "Ce connecteur vous envoie ses cartes par message.",
    unknown: "Ce lien n’est plus valable. Rien n’est envoyé par lui.",
  },
};

const style = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 "Segoe UI",system-ui,sans-serif;background:light-dark(#f5f5f5,#1f1f1f);color:light-dark(#242424,#fff)}
main{max-width:30rem;margin:4rem auto;padding:2rem;background:light-dark(#fff,#292929);border:1px solid light-dark(#e0e0e0,#525252);border-radius:8px;box-sizing:border-box}
h1{margin:0 0 1rem;font-size:1.25rem}p{margin:0 0 1rem;overflow-wrap:anywhere}.of{color:light-dark(#616161,#adadad)}
button{font:inherit;font-weight:600;padding:.4rem 1rem;border-radius:4px;border:1px solid light-dark(#5b5fc7,#7f85f5);background:light-dark(#5b5fc7,#4f52b2);color:#fff;cursor:pointer}
button:focus-visible{outline:2px solid;outline-offset:2px}@media(max-width:34rem){main{margin:0;border:0;border-radius:0;min-height:100vh}}`;

/** No script, no frame, nothing from elsewhere; the form goes nowhere but here. */
const headers = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
  // The address is the proof; nobody else is told it.
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

function page(language: Language, found: MailSubscription | undefined, done: boolean) {
  const say = words[language];
  const button = (action: string, label: string) =>
    html`<form method="post"><button name="action" value="${action}">${label}</button></form>`;
  const of = found === undefined ? "" : [found.connector, found.team, found.address].filter(Boolean).join(" · ");
  const text = found === undefined ? say.unknown : found.subscribed ? (done ? say.back : say.ask) : say.left;
  const form =
    found === undefined ? "" : found.subscribed ? button("unsubscribe", say.leave) : button("subscribe", say.again);
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say.title}</title><style>${style}</style></head>
<body><main><h1>${say.title}</h1>${of === "" ? "" : html`<p class="of">${of}</p>`}<p role="status">${text}</p>${form}</main></body></html>`;
}

/**
 * The page behind a mail's unsubscribe link. Reading it changes nothing, because mail scanners follow links; mail readers end
 * the subscription by a POST with `List-Unsubscribe=One-Click` (RFC 8058), people by the button.
 */
export function unsubscribeRoutes(subscriptions: SubscriptionService): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.get("/unsubscribe/:token", async (c) => {
    const found = await subscriptions.find(c.req.param("token"));
    return c.html(page(languageOf(c.req), found, false), found === undefined ? 404 : 200, headers);
  });
  routes.post("/unsubscribe/:token", async (c) => {
    const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
    const found = await subscriptions.set(c.req.param("token"), form.action === "subscribe");
    return c.html(page(languageOf(c.req), found, true), found === undefined ? 404 : 200, headers);
  });
  return routes;
}
