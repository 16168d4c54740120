import { makeStyles, Text, tokens } from "@fluentui/react-components";
import {
  DocumentSearchRegular,
  type FluentIcon,
  ImageRegular,
  PersonQuestionMarkRegular,
  WrenchRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { ChooseSource } from "../source/choose-source.tsx";
import type { PackageSource } from "../source/package-source.ts";
import { StaysHere } from "../source/stays-here.tsx";
import { useLostFocus } from "../source/use-lost-focus.ts";

const useStyles = makeStyles({
  page: { outlineStyle: "none" },
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, maxWidth: "880px" },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 360px), 1fr))",
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  item: {
    display: "flex",
    gap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    "& svg": { flexShrink: 0, width: "24px", height: "24px", color: tokens.colorBrandForeground1 },
  },
});

/** Before anything is chosen: where to drop it, and what it is good for. */
export function CheckStart({ onChoose }: { onChoose: (source: PackageSource) => void }): ReactElement {
  const styles = useStyles();
  // After what was looked at has been closed.
  const top = useLostFocus();
  const t = useText();
  const uses: readonly [FluentIcon, string][] = [
    [DocumentSearchRegular, t("publisher.start.findings")],
    [ImageRegular, t("publisher.start.icons")],
    [PersonQuestionMarkRegular, t("publisher.start.consent")],
    [WrenchRegular, t("publisher.start.mend")],
  ];
  return (
    <div ref={top} tabIndex={-1} className={styles.page}>
      <PageHeader title={t("publisher.check.title")} subtitle={t("publisher.check.subtitle")} />
      <div className={styles.root}>
        <ChooseSource title={t("publisher.check.drop")} hint={t("publisher.choose.hint")} onChoose={onChoose} />
        <StaysHere />
        <ul className={styles.list}>
          {uses.map(([Icon, words]) => (
            <li key={words} className={styles.item}>
              <Icon aria-hidden />
              <Text>{words}</Text>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
