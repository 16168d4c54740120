import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
});

/** The controls beside the search. */
export function AuditBar({ children }: { children: ReactNode }): ReactElement {
  return <div className={useStyles().root}>{children}</div>;
}
