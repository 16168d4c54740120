import { describedApi } from "@parvis/server/api";
import { catalogue } from "@parvis/server/errors";

/** docs/reference/api.md: routes and errors of Parvis's own API, from their descriptions. Schemas are in /api/openapi.json. */
export function apiPage(): string {
  const operations = Object.entries(describedApi().paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? "Other"))];
  const sections = tags.flatMap((tag) => [
    `## ${tag}`,
    "",
    "| request | does | answers |",
    "| --- | --- | --- |",
    ...operations
      .filter(({ operation }) => (operation.tags?.[0] ?? "Other") === tag)
      .map(
        ({ path, method, operation }) =>
          `| \`${method} /api${path}\` | ${operation.summary ?? ""} | ${Object.keys(operation.responses).join(", ")} |`,
      ),
    "",
  ]);
  const errors = Object.entries(catalogue).map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`);
  return [
    "# API",
    "",
    "Parvis's own API. A running Parvis describes it in full at `/api/openapi.json` and shows it at `/api/docs`.",
    "Sign in with `POST /api/session` and send the cookie back. Lists come in pages: ask again with `nextCursor` as `cursor`.",
    "",
    ...sections,
    "## Errors",
    "",
    "Refusals are `application/problem+json` (RFC 9457) with a stable `code` and a `requestId`.",
    "",
    "| code | status | meaning |",
    "| --- | --- | --- |",
    ...errors,
    "",
    "Made from the routes and the error catalogue by `npm run docs`.",
    "",
  ].join("\n");
}
