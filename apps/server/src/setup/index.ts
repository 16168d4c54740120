export { bootstrapService } from "./bootstrap.service.ts";
export { configurationRoutes } from "./configuration.routes.ts";
export { exportConfiguration } from "./configuration-export.ts";
export { demoService } from "./demo.service.ts";
export { setupRoutes } from "./setup.routes.ts";
export { setupService } from "./setup.service.ts";
