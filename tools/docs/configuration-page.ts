import { settings } from "@parvis/server/configuration";

/** docs/reference/configuration.md: every variable, from the one place that reads it. */
export function configurationPage(): string {
  const rows = Object.entries(settings).map(([name, setting]) => {
    const parsed = setting.schema.safeParse(undefined);
    const fallback = "fallback" in setting ? setting.fallback : `\`${String(parsed.data)}\``;
    return `| \`${name}\` | ${fallback} | ${setting.meaning} |`;
  });
  return [
    "# Configuration",
    "",
    "Everything is set by environment variables, read once at start. Wrong values are refused, all at once, with what is expected.",
    "",
    "| variable | default | meaning |",
    "| --- | --- | --- |",
    ...rows,
    "",
    "Made from `apps/server/src/platform/configuration.ts` by `npm run docs`.",
    "",
  ].join("\n");
}
