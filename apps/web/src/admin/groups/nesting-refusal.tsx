import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Problem } from "../../shared/api/problem.ts";
import { useText } from "../../shared/language/text.ts";

interface Named {
  readonly displayName: string;
}

/** The way from the group itself up to the one that was to stand in it, when a ring was refused. */
function wayOf({ extra: { way } }: Problem): readonly Named[] {
  return Array.isArray(way) ? (way as readonly Named[]) : [];
}

/** Whether a refusal is told here, and not with the server's own words. */
export function isNestingRefusal(error: unknown): error is Problem {
  if (!(error instanceof Problem)) return false;
  return error.code === "group/nested-too-deep" || (error.code === "group/within-itself" && wayOf(error).length > 0);
}

/** Why groups cannot stand in one another so: the way round is named, so that it is seen where to undo it. */
export function NestingRefusal({ error }: { error: Problem }): ReactElement {
  const t = useText();
  const way = wayOf(error).map(({ displayName }) => displayName);
  const [group = ""] = way;
  const steps = way.slice(1).map((name) => t("admin.policies.groups.ring.step", { group: name }));
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>
          {error.code === "group/within-itself" ? t("problem.group/within-itself") : t("problem.group/nested-too-deep")}
        </MessageBarTitle>{" "}
        {error.code === "group/within-itself"
          ? t("admin.policies.groups.ring", { group, outer: way.at(-1) ?? "", way: [group, ...steps].join(", ") })
          : t("admin.policies.groups.tooDeep", { levels: Number(error.extra.mostLevels) })}
      </MessageBarBody>
    </MessageBar>
  );
}
