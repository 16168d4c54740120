import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";

const useStyles = makeStyles({
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: "0.95em",
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
});

/** A rule's text, in which commands stand between backticks, as in the terminal and in the documentation. */
export function CodeWords({ text }: { text: string }): ReactElement {
  const styles = useStyles();
  return (
    <>
      {text.split("`").map((part, index) => (
        // Every second part was between two backticks.
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
        <Fragment key={index}>{index % 2 === 1 ? <code className={styles.code}>{part}</code> : part}</Fragment>
      ))}
    </>
  );
}
