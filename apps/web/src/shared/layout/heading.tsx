import { makeStyles, mergeClasses, Text, type TextProps } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({ root: { display: "block", margin: 0, overflowWrap: "anywhere", textAlign: "inherit" } });

export interface HeadingProps {
  readonly level: 1 | 2 | 3 | 4;
  readonly size?: NonNullable<TextProps["size"]>;
  readonly className?: string | undefined;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A heading: its level is its place in the page, its size how it looks. */
export function Heading({ level, size = 500, className, ...rest }: HeadingProps): ReactElement {
  const styles = useStyles();
  return (
    <Text as={`h${level}`} size={size} weight="semibold" className={mergeClasses(styles.root, className)} {...rest} />
  );
}
