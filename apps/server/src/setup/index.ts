export { bootstrapService } from "./bootstrap.service.ts";
export { demoService } from "./demo.service.ts";
export { setupRoutes } from "./setup.routes.ts";
export { setupService } from "./setup.service.ts";
