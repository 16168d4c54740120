import type { StoredRecord } from "./audit.service.ts";

/** Columns of the CSV file: what people sort by, and the whole record at the end. */
const columns = [
  "CreationTime",
  "Operation",
  "UserId",
  "UserType",
  "ClientIP",
  "TeamName",
  "ChannelName",
  "AddOnName",
  "ObjectId",
  "Name",
  "OldValue",
  "NewValue",
] as const;

/** RFC 4180, with a quote before what spreadsheets would run as a formula. */
function field(value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvLine({ record }: StoredRecord): string {
  const read = JSON.parse(record) as Record<string, unknown>;
  return `${[...columns.map((name) => field(read[name])), field(record)].join(",")}\r\n`;
}

/** A search's records as the bytes of a CSV file; the mark at its start makes spreadsheets read it as UTF-8. */
export async function* asCsv(pages: AsyncIterable<readonly StoredRecord[]>): AsyncGenerator<string> {
  yield `\uFEFF${[...columns, "AuditData"].join(",")}\r\n`;
  for await (const page of pages) yield page.map(csvLine).join("");
}

/** A search's records as the bytes of one JSON array, a record a line. */
export async function* asJson(pages: AsyncIterable<readonly StoredRecord[]>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const page of pages) {
    yield before + page.map(({ record }) => record).join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
