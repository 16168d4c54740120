import { Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { Heading } from "../../shared/layout/heading.tsx";

const useStyles = makeStyles({
  root: { maxWidth: "720px", rowGap: tokens.spacingVerticalM },
  text: { color: tokens.colorNeutralForeground2 },
});

interface SettingCardProps {
  readonly title: string;
  /** What it is about, in a sentence or two. */
  readonly text: string;
  readonly children: ReactNode;
}

/** One setting with what it does. */
export function SettingCard({ title, text, children }: SettingCardProps): ReactElement {
  const styles = useStyles();
  return (
    <Card className={styles.root}>
      <Heading level={2} size={400}>
        {title}
      </Heading>
      <Text className={styles.text}>{text}</Text>
      {children}
    </Card>
  );
}
