import { readProblem } from "../../shared/api/problem.ts";
import type { AuditSearch } from "../admin-search.ts";
import { filterOf } from "./audit-queries.ts";

export type ExportFormat = "csv" | "json";

const newline = 10;

function linesIn(chunk: Uint8Array): number {
  let lines = 0;
  for (const byte of chunk) if (byte === newline) lines++;
  return lines;
}

/**
 * Fetches everything a search finds.
 * @param onProgress how many records have come; a record is a line in both formats.
 * @throws Problem when the server refuses; AbortError when cancelled.
 */
export async function exportRecords(
  search: AuditSearch,
  format: ExportFormat,
  signal: AbortSignal,
  onProgress: (records: number) => void,
): Promise<{ name: string; blob: Blob }> {
  const { operation = [], ...filter } = filterOf(search);
  const query = new URLSearchParams({ format, ...filter });
  for (const name of operation) query.append("operation", name);
  const response = await fetch(`/api/audit/export?${query}`, { signal });
  if (!response.ok || response.body === null) throw await readProblem(response);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  // The head of a CSV file and the brackets of a JSON array are lines too.
  let records = -1;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    records += linesIn(value);
    onProgress(Math.max(0, records));
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? `audit.${format}`;
  return { name, blob: new Blob(chunks, { type: format === "csv" ? "text/csv" : "application/json" }) };
}
