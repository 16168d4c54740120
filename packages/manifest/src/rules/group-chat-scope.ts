import { listAt } from "../json/json-value.ts";
import { parts } from "./parts.ts";
import type { Subject } from "./subject.ts";

/** Where parts of a manifest before 1.3 name the scope groupchat, which came with 1.3 (contracts E.1). */
export function* groupChatBefore13({ manifest, version }: Subject, kind: "bots" | "configurableTabs") {
  if (!["1.0", "1.1", "1.2"].includes(version)) return;
  for (const { value, pointer } of parts(manifest, kind)) {
    const at = listAt(value, "scopes").findIndex((scope) => /^groupchat$/i.test(String(scope)));
    if (at >= 0) yield { pointer: `${pointer}/scopes/${at}`, values: { version } };
  }
}
