import { Breadcrumb, BreadcrumbDivider, BreadcrumbItem, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";

const useStyles = makeStyles({
  root: { marginBlockEnd: tokens.spacingVerticalM, "& ol": { flexWrap: "wrap" } },
  here: { display: "block", maxWidth: "40ch", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface TrailProps {
  readonly label: string;
  /** Links to the pages above, the highest first. */
  readonly above: readonly ReactElement[];
  /** What the page itself is called. */
  readonly here: string;
}

/** Where a page is, and the way up. */
export function Trail({ label, above, here }: TrailProps): ReactElement {
  const styles = useStyles();
  return (
    <Breadcrumb className={styles.root} aria-label={label}>
      {above.map((link) => (
        <Fragment key={link.key}>
          <BreadcrumbItem>{link}</BreadcrumbItem>
          <BreadcrumbDivider />
        </Fragment>
      ))}
      <BreadcrumbItem>
        <Text weight="semibold" className={styles.here} title={here} aria-current="page">
          {here}
        </Text>
      </BreadcrumbItem>
    </Breadcrumb>
  );
}
