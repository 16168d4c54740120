import { ParvisError } from "../platform/errors.ts";
import { because } from "../platform/reasons.rules.ts";
import type { AppRow } from "./app.store.ts";
import { judgeVersion } from "./definition.rules.ts";

/** A package that came as a new app and belongs to one that is there: says where it is updated (lifecycle.md 2). */
export function existsAlready(app: AppRow, offered: string): ParvisError {
  const step = app.published ? judgeVersion(app.version, offered) : ({ higher: true } as const);
  const how = step.higher
    ? `Update it to ${offered} on its own page instead of adding it anew.`
    : `An update, on its own page, needs ${step.least} or higher; the package is ${offered}.`;
  return new ParvisError("app/exists", {
    detail: `${app.displayName} ${app.version} has this id already. ${how}`,
    extra: { appId: app.id, displayName: app.displayName, version: app.version, page: `/admin/apps/${app.id}` },
  });
}

export function otherId(app: Pick<AppRow, "displayName" | "externalId">, offered: string): ParvisError {
  return new ParvisError("app/other-id", {
    detail: `The package has the id ${offered}, but ${app.displayName} is ${app.externalId}. An app's id never changes.`,
  });
}

export function versionNotHigher(versions: { current: string; offered: string; least: string }): ParvisError {
  const { current, offered, least } = versions;
  return new ParvisError("app/version-not-higher", {
    ...because("version/not-higher", { offered, current, least }),
    extra: { current, offered, least },
  });
}
