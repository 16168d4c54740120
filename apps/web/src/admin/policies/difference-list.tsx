import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { partName, valueWords } from "./part-words.ts";
import { differing, type PolicyParts, partOf } from "./policy-parts.ts";

const useStyles = makeStyles({
  list: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  value: { margin: 0 },
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
});

interface DifferenceListProps {
  readonly before: PolicyParts;
  readonly after: PolicyParts;
  readonly nameOf: (ref: string) => string;
}

/** What is about to be saved, part by part: as it was, and as it will be. */
export function DifferenceList({ before, after, nameOf }: DifferenceListProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <dl className={styles.list}>
      {differing(before, after).map((part) => (
        <div key={part}>
          <dt>
            <Text weight="semibold">{partName(part, t)}</Text>
          </dt>
          <dd className={styles.value}>
            <Text block className={styles.before}>
              <del>{valueWords(partOf(before, part), nameOf, t)}</del>
            </Text>
            <Text block>
              <ins style={{ textDecoration: "none" }}>{valueWords(partOf(after, part), nameOf, t)}</ins>
            </Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}
