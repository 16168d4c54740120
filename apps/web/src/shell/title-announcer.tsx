import { makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { pageTitle } from "../shared/layout/page-title.ts";
import { useObservable } from "../shared/observable.ts";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** Tells screen readers which page came, as browsers do when they load one. */
export function TitleAnnouncer(): ReactElement {
  const styles = useStyles();
  const title = useObservable(pageTitle);
  return (
    <div className={styles.hidden} aria-live="polite" aria-atomic>
      {title}
    </div>
  );
}
