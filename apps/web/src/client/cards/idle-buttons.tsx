import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { IdleButton } from "./prepare-card.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    listStyleType: "none",
    color: tokens.colorNeutralForeground3,
  },
  item: { display: "flex", alignItems: "start", gap: tokens.spacingHorizontalXS, "& svg": { flexShrink: 0 } },
});

/** Says which buttons of a card cannot be pressed, and why: a tooltip alone reaches neither keyboard nor touch. */
export function IdleButtons({ buttons }: { buttons: readonly IdleButton[] }): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  if (buttons.length === 0) return null;
  const titlesOf = new Map<string, string[]>();
  for (const { title, reason } of buttons) titlesOf.set(reason, [...(titlesOf.get(reason) ?? []), title]);
  return (
    <ul className={styles.list}>
      {[...titlesOf].map(([reason, titles]) => (
        <li key={reason} className={styles.item}>
          <InfoRegular aria-hidden />
          <Text size={200}>{t("client.card.idle", { buttons: named(titles), reason })}</Text>
        </li>
      ))}
    </ul>
  );
}

function named(titles: readonly string[]): string {
  return [...new Set(titles)].filter((title) => title !== "").join(", ");
}
