import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  root: {
    ...typographyStyles.body1Strong,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    width: "32px",
    height: "32px",
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    // A picture made of letters, not words that a name would have to repeat.
    "::before": { content: "attr(data-letters)" },
  },
});

/** First letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toLocaleUpperCase();
}

/** A person without a picture. A tenth of Fluent's Avatar, which every page would load. */
export function Initials({ name }: { name: string }): ReactElement {
  const styles = useStyles();
  return <span className={styles.root} data-letters={initialsOf(name)} aria-hidden />;
}
