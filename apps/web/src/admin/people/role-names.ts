import type { TextOf } from "../../shared/language/text.ts";
import type { Role } from "./people-queries.ts";

export function roleName(role: Role, t: TextOf): string {
  return {
    globalAdministrator: t("admin.role.globalAdministrator"),
    teamsAdministrator: t("admin.role.teamsAdministrator"),
    operator: t("admin.role.operator"),
  }[role];
}

/** What somebody with the role may do. */
export function roleMeaning(role: Role, t: TextOf): string {
  return {
    globalAdministrator: t("admin.role.globalAdministrator.may"),
    teamsAdministrator: t("admin.role.teamsAdministrator.may"),
    operator: t("admin.role.operator.may"),
  }[role];
}
