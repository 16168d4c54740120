/** Stands in for the package `linkify-it` in the browser's build (vite.config.ts): cards do not link bare addresses. */
export class LinkifyIt {}
