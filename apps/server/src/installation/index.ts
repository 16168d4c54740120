export { installationRoutes } from "./installation.routes.ts";
export { type InstallationService, installationService } from "./installation.service.ts";
