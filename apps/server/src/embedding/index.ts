export { appOriginApplication } from "./app-origin.routes.ts";
export { embeddingRoutes, embeddingWindowRoutes } from "./embedding.routes.ts";
export { openedPage, pageToOpen } from "./embedding.schema.ts";
export { type EmbeddingService, embeddingService } from "./embedding.service.ts";
export { makeHostDocument } from "./host-document.ts";
