export { iconAddress } from "./app.presenter.ts";
export { type AppRoutePorts, appRoutes } from "./app.routes.ts";
export { type AppService, appService, type CatalogPorts } from "./app.service.ts";
export type { AppRow, DefinitionRow, Transition } from "./app.store.ts";
export { type ConnectorDeclaration, connectorsOf, type Distribution } from "./definition.rules.ts";
export { PackageReader } from "./package-reader.ts";
