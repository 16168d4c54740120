/** What a change would do to people, in words. */
import { table } from "../output/table.ts";

export interface Impact {
  readonly appsGained: number;
  readonly appsLost: number;
  readonly apps: readonly {
    readonly app: { readonly id: string; readonly displayName: string };
    readonly gain: number;
    readonly lose: number;
  }[];
}

export function describeImpact({ appsGained, appsLost, apps }: Impact): string {
  if (apps.length === 0) return "Nobody gains or loses an app.\n";
  const total = `${appsGained} apps would be gained and ${appsLost} lost by somebody.\n`;
  const rows = apps.map(({ app, gain, lose }) => [app.displayName, app.id, String(gain), String(lose)]);
  const shown = appsGained + appsLost > apps.length ? `The ${apps.length} with the most people:\n` : "";
  return `${total}${shown}${table(["APP", "ID", "PEOPLE GAIN", "PEOPLE LOSE"], rows)}`;
}
