export { installationRoutes } from "./installation.routes.ts";
export { type InstallationService, installationService } from "./installation.service.ts";
export { personalAppRoutes } from "./personal-app.routes.ts";
export { type PersonalAppService, personalAppService } from "./personal-app.service.ts";
export { setupApps } from "./setup-apps.ts";
