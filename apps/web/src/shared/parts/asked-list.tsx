import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { BookRegular, EditRegular, type FluentIcon, PersonArrowRightRegular } from "@fluentui/react-icons";
import type { PermissionKind } from "@parvis/manifest";
import type { ReactElement, ReactNode } from "react";
import { Heading } from "../layout/heading.tsx";

const useStyles = makeStyles({
  heading: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  list: {
    listStyleType: "none",
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    "& li": { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  },
  second: { color: tokens.colorNeutralForeground3 },
});

/** The kinds of permissions in the order in which they are told, with their pictures. */
export const permissionKinds: readonly (readonly [PermissionKind, FluentIcon])[] = [
  ["reads", BookRegular],
  ["writes", EditRegular],
  ["acts", PersonArrowRightRegular],
];

interface AskedListProps {
  readonly icon: FluentIcon;
  readonly title: string;
  /** What is asked, with what stands small below it. */
  readonly lines: readonly { readonly key: string; readonly words: ReactNode; readonly second?: string }[];
}

/** What an app asks for, of one kind. Nothing when there is nothing. */
export function AskedList({ icon: Icon, title, lines }: AskedListProps): ReactElement | null {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <section>
      <Heading level={2} size={400} className={styles.heading}>
        <Icon aria-hidden />
        {title}
      </Heading>
      <ul className={styles.list}>
        {lines.map(({ key, words, second }) => (
          <li key={key}>
            <Text>{words}</Text>
            {second && (
              <Text size={200} className={styles.second}>
                {second}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
