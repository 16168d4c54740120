import type { Problem } from "../../shared/api/problem.ts";
import type { TextOf } from "../../shared/language/text.ts";

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** What happened, in the screen's language where the refusal carries what that needs; else as the server says it. */
export function detailOf(problem: Problem, t: TextOf): { text: string | undefined; foreign: boolean } {
  const { current, offered, least, displayName, version } = problem.extra;
  const [has, brings, would] = [text(current), text(offered), text(least)];
  if (problem.code === "app/version-not-higher" && has && brings && would)
    return {
      text: t("admin.upload.versionNotHigher", { current: has, offered: brings, least: would }),
      foreign: false,
    };
  const name = text(displayName);
  if (problem.code === "app/exists" && name)
    return { text: t("admin.upload.exists", { name, version: text(version) ?? "" }), foreign: false };
  if (problem.code === "app/other-id") return { text: t("admin.upload.otherId"), foreign: false };
  if (problem.code === "access/denied") return { text: t("admin.upload.customAppsOff"), foreign: false };
  // The findings say it all.
  if (problem.code === "package/refused") return { text: undefined, foreign: false };
  if (problem.code === "request/too-large") return { text: t("admin.upload.tooLargeForServer"), foreign: false };
  const detail = problem.detail === "" || problem.detail === problem.message ? undefined : problem.detail;
  return { text: detail, foreign: true };
}
