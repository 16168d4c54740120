import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

/** More than anybody reads at once. */
const shownAtOnce = 200;

const useStyles = makeStyles({
  summary: { cursor: "pointer", width: "fit-content", color: tokens.colorNeutralForeground2 },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalXL,
    fontFamily: tokens.fontFamilyMonospace,
    "& li": { overflowWrap: "anywhere" },
  },
});

/** Keys of texts, folded away. Nothing when there are none. */
export function KeyList({ title, keys }: { title: string; keys: readonly string[] }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  if (keys.length === 0) return null;
  const more = keys.length - shownAtOnce;
  return (
    <details open={keys.length <= 5}>
      <summary className={styles.summary}>{title}</summary>
      <ul className={styles.list}>
        {keys.slice(0, shownAtOnce).map((key) => (
          <li key={key}>{key}</li>
        ))}
        {more > 0 && <li>{t("publisher.languages.more", { count: more })}</li>}
      </ul>
    </details>
  );
}
