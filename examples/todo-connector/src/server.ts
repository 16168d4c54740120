import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { type CardFormat, taskCard, welcomeCard } from "./cards.ts";

/** Somebody's channel that wants to hear of a list. */
interface Subscription {
  readonly list: string;
  readonly format: CardFormat;
}

export interface TodoConnectorOptions {
  /** Where Parvis is. Cards are posted to webhooks there and nowhere else. */
  readonly parvisUrl: string;
}

const lists = ["Release", "Groceries", "Office"] as const;
const listName = z.enum(lists);
const subscriptionBody = z.object({ webhookUrl: z.url(), list: listName, format: z.enum(["messageCard", "adaptive"]) });
const taskBody = z.object({ list: listName, title: z.string().trim().min(1).max(200) });

const require = createRequire(import.meta.url);
const pagesFolder = fileURLToPath(new URL("../pages", import.meta.url));

/** The SDK exactly as npm has it. */
const sdkFiles: Record<string, string> = {
  "1x": join(dirname(require.resolve("teams-js-1/package.json")), "dist/MicrosoftTeams.min.js"),
  "2x": join(dirname(require.resolve("teams-js-2/package.json")), "dist/umd/MicrosoftTeams.min.js"),
};

/**
 * A complete small connector: a configuration page for teams-js 1.x and one for 2.x, subscriptions by webhook address,
 * and a page to add tasks, each of which becomes a card in every channel that subscribed to its list.
 */
export function createTodoConnector({ parvisUrl }: TodoConnectorOptions): Hono {
  const subscriptions = new Map<string, Subscription>();
  const parvisOrigin = new URL(parvisUrl).origin;
  const app = new Hono();

  async function post(webhookUrl: string, card: object): Promise<boolean> {
    const answer = await fetch(webhookUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(card),
    });
    // Microsoft's rule, which Parvis keeps: anything but a number is a failure, whatever the status.
    return /^\d+$/.test(await answer.text());
  }

  async function page(c: Context, name: string) {
    const text = await readFile(join(pagesFolder, name), "utf8");
    return c.html(text.replaceAll("%PARVIS_ORIGIN%", parvisOrigin).replaceAll("%LISTS%", JSON.stringify(lists)));
  }

  app.get("/", (c) => page(c, "tasks.html"));
  app.get("/1x/configure", (c) => page(c, "configure-1x.html"));
  app.get("/2x/configure", (c) => page(c, "configure-2x.html"));
  app.get("/form.js", async (c) =>
    c.body(await readFile(join(pagesFolder, "form.js")), 200, { "Content-Type": "text/javascript" }),
  );
  app.get("/style.css", async (c) =>
    c.body(await readFile(join(pagesFolder, "style.css")), 200, { "Content-Type": "text/css" }),
  );
  app.get("/sdk/:version", async (c) => {
    const file = sdkFiles[c.req.param("version")];
    return file === undefined ? c.notFound() : c.body(await readFile(file), 200, { "Content-Type": "text/javascript" });
  });

  app.put("/subscriptions", async (c) => {
    const read = subscriptionBody.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.text("Expected webhookUrl, list and format.", 400);
    const { webhookUrl, list, format } = read.data;
    // Whoever can reach this page could otherwise have us post to any address.
    if (new URL(webhookUrl).origin !== parvisOrigin)
      return c.text(`Cards go to webhooks of ${parvisOrigin} only.`, 400);
    const known = subscriptions.has(webhookUrl);
    if (!known && !(await post(webhookUrl, welcomeCard(list, format))))
      return c.text("The channel did not take the first card.", 502);
    subscriptions.set(webhookUrl, { list, format });
    return c.body(null, 204);
  });

  app.delete("/subscriptions", async (c) => {
    const { webhookUrl } = (await c.req.json().catch(() => ({}))) as { webhookUrl?: string };
    subscriptions.delete(webhookUrl ?? "");
    return c.body(null, 204);
  });

  app.post("/tasks", async (c) => {
    const read = taskBody.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.text("Expected a list and a title.", 400);
    const { list, title } = read.data;
    const interested = [...subscriptions].filter(([, subscription]) => subscription.list === list);
    const answers = await Promise.all(
      interested.map(async ([webhookUrl, { format }]) => await post(webhookUrl, taskCard(list, title, format))),
    );
    return c.json({ channels: answers.filter(Boolean).length, failed: answers.filter((posted) => !posted).length });
  });

  return app;
}
