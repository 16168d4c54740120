export { webhookListener } from "./webhook.routes.ts";
