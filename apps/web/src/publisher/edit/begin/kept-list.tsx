import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../../shared/language/text.ts";
import { Heading } from "../../../shared/layout/heading.tsx";
import type { KeptDraft } from "../draft/kept-drafts.ts";

const shownAtOnce = 5;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "start", gap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0, width: "100%" },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  words: { display: "flex", flexDirection: "column", flexGrow: 1, flexBasis: "200px", minWidth: 0 },
  name: { overflowWrap: "anywhere" },
  when: { color: tokens.colorNeutralForeground3 },
});

interface KeptListProps {
  readonly kept: readonly KeptDraft[];
  readonly onGoOn: (kept: KeptDraft) => void;
  readonly onDiscard: (kept: KeptDraft) => void;
}

/** Drafts that this browser kept. */
export function KeptList({ kept, onGoOn, onDiscard }: KeptListProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const [most, setMost] = useState(shownAtOnce);
  return (
    <section className={styles.root}>
      <Heading level={2}>{t("publisher.edit.kept.title")}</Heading>
      <ul className={styles.list}>
        {kept.slice(0, most).map((each) => (
          <li key={each.id} className={styles.row}>
            <div className={styles.words}>
              <Text weight="semibold" className={styles.name}>
                {each.draft.name}
              </Text>
              <Text size={200} className={styles.when}>
                {t("publisher.edit.kept.when", {
                  when: formatDate(each.changedAt, { dateStyle: "medium", timeStyle: "short" }),
                })}
              </Text>
            </div>
            <Button
              size="small"
              onClick={() => onGoOn(each)}
              aria-label={t("publisher.edit.kept.goOnWith", { name: each.draft.name })}
            >
              {t("publisher.edit.kept.goOn")}
            </Button>
            <Button
              size="small"
              appearance="subtle"
              onClick={() => onDiscard(each)}
              aria-label={t("publisher.edit.discard.named", { name: each.draft.name })}
            >
              {t("publisher.edit.discard")}
            </Button>
          </li>
        ))}
      </ul>
      {kept.length > most && (
        <Button size="small" onClick={() => setMost(kept.length)}>
          {t("publisher.edit.kept.more", { count: kept.length - most })}
        </Button>
      )}
    </section>
  );
}
