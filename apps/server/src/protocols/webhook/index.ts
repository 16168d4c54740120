export { webhookRoutes } from "./webhook.routes.ts";
