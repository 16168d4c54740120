import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
    ":last-child": { borderBlockEndStyle: "none" },
  },
  what: { flexGrow: 1, flexBasis: "220px", minWidth: 0 },
  actions: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

export const useRowListStyles = makeStyles({ list: { listStyleType: "none", margin: 0, padding: 0 } });

/** A connector in a list: what it is, and what one can do with it. */
export function ConnectorRow({
  icon,
  name,
  second,
  actions,
}: {
  icon: string | null;
  name: string;
  second: string;
  actions: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <AppIdentity icon={icon} name={name} second={second} />
      </div>
      <div className={styles.actions}>{actions}</div>
    </li>
  );
}
