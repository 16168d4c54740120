/** Rules about connectors (lifecycle 7). */
export { connectorIdForm } from "./id-not-guid.ts";
export { noConfiguration } from "./no-configuration-page.ts";
export { connectorScope } from "./scope.ts";
