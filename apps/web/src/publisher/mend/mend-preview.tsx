import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { DiffView } from "../diff/diff-view.tsx";
import type { Mended } from "../engine/mend.ts";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, "& li": { overflowWrap: "anywhere" } },
  rule: { color: tokens.colorNeutralForeground3 },
  file: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** Longer texts are not laid beside each other: it would take longer than reading them. */
const longest = 200_000;

/** What mending changes: in words, and in the files. */
export function MendPreview({ mended }: { mended: Mended }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { applied, changed } = mended;
  return (
    <>
      <Text>{t("publisher.mend.intro")}</Text>
      <ul className={styles.list}>
        {applied.map(({ file, rule, words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same is done in several places
          <li key={`${index} ${rule}`}>
            {words}{" "}
            <Text size={200} className={styles.rule}>
              {file} · {rule}
            </Text>
          </li>
        ))}
        {applied.length === 0 && changed.length > 0 && <li>{t("publisher.mend.filled")}</li>}
        {changed.length === 0 && <li>{t("publisher.mend.nothing")}</li>}
      </ul>
      {changed.map(({ path, before, after }) => (
        <section key={path} className={styles.file}>
          <Heading level={3} size={300}>
            {path}
          </Heading>
          {before.length + after.length > longest ? (
            <Text>{t("publisher.diff.tooLong")}</Text>
          ) : (
            <DiffView
              before={before}
              after={after}
              beforeLabel={t("publisher.mend.before", { file: path })}
              afterLabel={t("publisher.mend.after", { file: path })}
            />
          )}
        </section>
      ))}
    </>
  );
}
