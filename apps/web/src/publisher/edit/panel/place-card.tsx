import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "../../../shared/language/text.ts";
import { Heading } from "../../../shared/layout/heading.tsx";
import type { Description } from "../../engine/describe-at.ts";
import { run } from "../../engine/engine.ts";
import { dotted, limitLines, typeWords } from "../editor/editor-words.ts";

/** Moving the cursor line by line asks once, where it stops. */
const restMilliseconds = 200;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    boxSizing: "border-box",
    overflow: "auto",
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM },
  path: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  limits: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface PlaceCardProps {
  readonly text: string;
  readonly offset: number;
}

/** What the schema says about the place of the cursor: the same as under the pointer, for keyboards, phones and screen readers. */
export function PlaceCard({ text, offset }: PlaceCardProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [found, setFound] = useState<Description | null>(null);
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(async () => {
      const ask = async (at: number) => await run("describeAt", { text, offset: at }).catch(() => null);
      const description = (await ask(offset)) ?? (await ask(beginOfLine(text, offset)));
      if (!isOld) setFound(description);
    }, restMilliseconds);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [text, offset]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.root} tabIndex={0} aria-label={t("publisher.edit.atCursor")}>
      <Heading level={2} size={300}>
        {t("publisher.edit.atCursor")}
      </Heading>
      {found === null ? (
        <Text className={styles.quiet}>{t("publisher.edit.atCursor.nothing")}</Text>
      ) : (
        <Facts {...found} />
      )}
    </section>
  );
}

/** Just inside of what the line begins with: at its end, behind the comma, it is the line that people mean. */
function beginOfLine(text: string, offset: number): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return start + (/^\s*"?/.exec(text.slice(start))?.[0].length ?? 0);
}

function Facts({ path, facts, required, since, version }: Description): ReactElement {
  const styles = useStyles();
  const t = useText();
  const lines = limitLines(facts, t);
  return (
    <>
      <div className={styles.head}>
        <code className={styles.path} dir="ltr">
          {dotted(path)}
        </code>
        <Text className={styles.quiet}>{typeWords(facts.types, t)}</Text>
        {required && <Text className={styles.quiet}>{t("publisher.edit.required")}</Text>}
      </div>
      {facts.description !== undefined && <Text lang="en">{facts.description}</Text>}
      {lines.length > 0 && (
        <ul className={styles.limits}>
          {lines.map((line) => (
            <li key={line}>
              <Text size={200}>{line}</Text>
            </li>
          ))}
        </ul>
      )}
      <Text size={200} className={styles.quiet}>
        {since === null
          ? t("publisher.edit.schemaOf", { version })
          : t("publisher.edit.schemaOfSince", { version, since })}
      </Text>
    </>
  );
}
