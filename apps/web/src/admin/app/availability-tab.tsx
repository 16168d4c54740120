import { makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import type { AppDetails } from "../apps/app-queries.ts";
import { AvailabilityEditor } from "./availability-editor.tsx";
import { availabilityQuery, useAvailableTo } from "./availability-queries.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "800px" },
});

/** Whom the app is for. */
export function AvailabilityTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const inForce = useQuery(availabilityQuery(app.id));
  const named = useAvailableTo(app.id);
  return (
    <div className={styles.root}>
      <QueryView query={inForce} skeleton={<RowSkeletons rows={3} />}>
        {(now) => (
          <QueryView query={named} skeleton={<RowSkeletons rows={3} />}>
            {(subjects) => (
              <AvailabilityEditor key={app.id} app={app} inForce={now} named={subjects} complete={named.complete} />
            )}
          </QueryView>
        )}
      </QueryView>
    </div>
  );
}
