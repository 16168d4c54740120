/** Colour for the terminal; none when NO_COLOR is set or the output is no terminal. */
import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

export function paint(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stdout, validateStream: true });
}

export const severityColor = { error: "red", warning: "yellow", suggestion: "cyan" } as const;
