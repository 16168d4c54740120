import { Button, Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AppsListDetailRegular, BotRegular, PlugConnectedRegular } from "@fluentui/react-icons";
import type { AppKind } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useText } from "../../../shared/language/text.ts";
import { Heading } from "../../../shared/layout/heading.tsx";
import { EngineWait } from "../../engine/engine-wait.tsx";
import { ChooseSource } from "../../source/choose-source.tsx";
import { StaysHere } from "../../source/stays-here.tsx";
import type { KeptDraft } from "../draft/kept-drafts.ts";
import { KeptList } from "./kept-list.tsx";
import { OpeningProblem } from "./opening-problem.tsx";
import type { Opening } from "./use-opening.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL, maxWidth: "960px" },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  kinds: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  kind: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, alignItems: "start" },
  icon: { color: tokens.colorBrandForeground1, display: "flex", "& svg": { width: "28px", height: "28px" } },
  text: { color: tokens.colorNeutralForeground2, flexGrow: 1 },
});

interface StartPageProps {
  readonly opening: Opening;
  readonly kept: readonly KeptDraft[];
  readonly onBegin: (kind: AppKind) => void;
  readonly onGoOn: (kept: KeptDraft) => void;
  readonly onDiscard: (kept: KeptDraft) => void;
}

/** Nothing is open: choose something, go on with something, or begin. */
export function StartPage({ opening, kept, onBegin, onGoOn, onDiscard }: StartPageProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      <StaysHere />
      <OpeningProblem opening={opening} />
      {opening.isOpening ? (
        <EngineWait progress={opening.progress} onCancel={opening.cancel} />
      ) : (
        <ChooseSource
          title={t("publisher.edit.start.drop")}
          hint={t("publisher.edit.start.hint")}
          onChoose={opening.open}
        />
      )}
      {kept.length > 0 && <KeptList kept={kept} onGoOn={onGoOn} onDiscard={onDiscard} />}
      <section className={styles.part}>
        <Heading level={2}>{t("publisher.edit.start.begin")}</Heading>
        <div className={styles.kinds}>
          <Kind
            icon={<PlugConnectedRegular />}
            title={t("publisher.edit.start.connector")}
            text={t("publisher.edit.start.connector.text")}
            action={t("publisher.edit.begin.connector")}
            onBegin={() => onBegin("connector")}
          />
          <Kind
            icon={<AppsListDetailRegular />}
            title={t("publisher.edit.start.tab")}
            text={t("publisher.edit.start.tab.text")}
            action={t("publisher.edit.begin.tab")}
            onBegin={() => onBegin("tab")}
          />
          <Kind
            icon={<BotRegular />}
            title={t("publisher.edit.start.bot")}
            text={t("publisher.edit.start.bot.text")}
            action={t("publisher.edit.begin.bot")}
            onBegin={() => onBegin("bot")}
          />
        </div>
      </section>
    </div>
  );
}

interface KindProps {
  readonly icon: ReactElement;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onBegin: () => void;
}

function Kind({ icon, title, text, action, onBegin }: KindProps): ReactElement {
  const styles = useStyles();
  return (
    <Card className={styles.kind}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Heading level={3} size={400}>
        {title}
      </Heading>
      <Text className={styles.text}>{text}</Text>
      <Button onClick={onBegin}>{action}</Button>
    </Card>
  );
}
