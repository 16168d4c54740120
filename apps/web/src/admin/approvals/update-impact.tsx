import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";

/** What publishing would do to those who have the app. */
function impactQuery(appId: string, definitionId: string) {
  return queryOptions({
    queryKey: ["app", appId, "impact", definitionId],
    queryFn: async () =>
      await read(api.apps[":appId"].definitions[":definitionId"].impact.$get({ param: { appId, definitionId } })),
  });
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** How many who have the app get the new version by themselves, and how many must accept it first. */
export function UpdateImpact({ appId, definitionId }: { appId: string; definitionId: string }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const { data, error } = useQuery(impactQuery(appId, definitionId));
  if (error !== null) return <ProblemBar error={error} />;
  if (data === undefined) return null;
  const { installations, silent, mustAccept, byVersion } = data;
  return (
    <MessageBar intent={mustAccept > 0 ? "warning" : "info"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t("admin.approvals.impact", { count: installations })}</MessageBarTitle>{" "}
        {installations > 0 && t("admin.approvals.impactHow", { silent, mustAccept })}
        {byVersion.length > 1 && (
          <ul className={styles.list}>
            {byVersion.map((one) => (
              <li key={one.version}>
                {t("admin.approvals.impactVersion", {
                  version: one.version,
                  count: one.installations,
                  accepts: String(one.mustAccept),
                })}
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
