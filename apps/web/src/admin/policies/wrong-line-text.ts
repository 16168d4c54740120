import type { TextOf } from "../../shared/language/text.ts";
import type { FileOutcome } from "./file-preview.tsx";

type WrongLine = FileOutcome["wrong"][number];

const messages: Readonly<Record<WrongLine["code"], string>> = {
  "names-nobody": "admin.policies.file.wrong.namesNobody",
  "names-both": "admin.policies.file.wrong.namesBoth",
  "global-assigned": "admin.policies.file.wrong.globalAssigned",
  "no-permission-policy": "admin.policies.file.wrong.noPermissionPolicy",
  "no-setup-policy": "admin.policies.file.wrong.noSetupPolicy",
  "no-person": "admin.policies.file.wrong.noPerson",
  "no-group": "admin.policies.file.wrong.noGroup",
  "person-ranked": "admin.policies.file.wrong.personRanked",
  "no-rank": "admin.policies.file.wrong.noRank",
  "stands-twice": "admin.policies.file.wrong.standsTwice",
  "rank-held": "admin.policies.file.wrong.rankHeld",
  "table-unread": "admin.policies.file.wrong.tableUnread",
  "table-empty": "admin.policies.file.wrong.tableEmpty",
  "table-heading": "admin.policies.file.wrong.tableHeading",
  "table-column": "admin.policies.file.wrong.tableColumn",
  "table-long": "admin.policies.file.wrong.tableLong",
};

/** What is wrong with a line, in the screen's language. */
export function wrongLineText({ code, values }: WrongLine, t: TextOf): string {
  return t(messages[code], values);
}
