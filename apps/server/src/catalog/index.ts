export { iconAddress } from "./app.presenter.ts";
export { appRoutes } from "./app.routes.ts";
export { type AppService, appService } from "./app.service.ts";
export type { AppRow, DefinitionRow } from "./app.store.ts";
export { connectorsOf } from "./definition.rules.ts";
export { PackageReader } from "./package-reader.ts";
