/** A JSON file of the package to a value, its faults reported on the way. */
import { packageLimits } from "../package/limits.ts";
import type { Reporter } from "../reporter.ts";
import * as rules from "../rules/manifest/index.ts";
import type { Rule } from "../rules/rule.ts";
import type { JsonValue } from "./json-value.ts";
import { type JsonFault, readJson } from "./read-json.ts";
import { decodeText, SourceText } from "./source-text.ts";

const byKind: Readonly<Record<JsonFault["kind"], Rule>> = {
  syntax: rules.jsonSyntax,
  "trailing-comma": rules.trailingComma,
  comment: rules.comment,
  "duplicate-key": rules.duplicateKey,
  "too-deep": rules.tooDeep,
  empty: rules.emptyFile,
};

/** undefined where nothing trustworthy could be read. `file` is the name that findings carry. */
export function readJsonFile(file: string, content: Uint8Array | string, reporter: Reporter): JsonValue | undefined {
  if (content.length > packageLimits.text) {
    reporter.add(rules.tooLong, { file, values: { file, size: content.length, limit: packageLimits.text } });
    return undefined;
  }
  const decoded = typeof content === "string" ? withoutMark(content) : decodeText(content);
  const source = new SourceText(decoded.text);
  reporter.knowSource(file, source);
  if (decoded.encoding !== "utf-8") {
    const name =
      decoded.encoding === "unknown"
        ? { en: "an older encoding", fr: "un codage ancien" }
        : decoded.encoding.toUpperCase();
    reporter.add(rules.encoding, { file, offset: 0, values: { file, encoding: name } });
  } else if (decoded.byteOrderMark) reporter.add(rules.byteOrderMark, { file, offset: 0, values: { file } });
  const { value, faults } = readJson(decoded.text);
  for (const fault of faults) {
    const reason = rules.syntaxReasons[fault.detail] ?? rules.syntaxReasons.InvalidSymbol ?? fault.detail;
    const found = decoded.text.slice(fault.offset, fault.offset + fault.length).split("\n")[0] ?? "";
    const hit = { file, offset: fault.offset, values: { file, reason, detail: fault.detail } };
    reporter.add(byKind[fault.kind], found === "" ? hit : { ...hit, found: found.slice(0, 80) });
  }
  return value;
}

function withoutMark(text: string): ReturnType<typeof decodeText> {
  const byteOrderMark = text.startsWith("\uFEFF");
  return { text: byteOrderMark ? text.slice(1) : text, byteOrderMark, encoding: "utf-8" };
}
