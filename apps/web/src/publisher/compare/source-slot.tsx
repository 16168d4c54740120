import { Button, Card, MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useSize } from "../../shared/file-size.ts";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { Side } from "../engine/compare.ts";
import { ChooseMenu } from "../source/choose-menu.tsx";
import { ChooseSource } from "../source/choose-source.tsx";
import { FileDrop } from "../source/file-drop.tsx";
import { type PackageSource, sizeOf } from "../source/package-source.ts";
import { useLostFocus } from "../source/use-lost-focus.ts";

const useStyles = makeStyles({
  card: { minWidth: 0 },
  top: { outlineStyle: "none", display: "flex", alignItems: "start", gap: tokens.spacingHorizontalS },
  words: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  second: { color: tokens.colorNeutralForeground3 },
  actions: { display: "flex", flexShrink: 0, gap: tokens.spacingHorizontalXS },
});

interface SourceSlotProps {
  readonly which: "before" | "after";
  readonly source: PackageSource | null;
  /** What was read of it; undefined while it was not. */
  readonly side?: Side | undefined;
  readonly onChange: (source: PackageSource | null) => void;
}

/** One of the two versions: what it is, or where to drop it. */
export function SourceSlot({ source, ...rest }: SourceSlotProps): ReactElement {
  const t = useText();
  const { which, onChange } = rest;
  if (source === null) {
    return (
      <ChooseSource
        compact
        title={which === "before" ? t("publisher.compare.dropBefore") : t("publisher.compare.dropAfter")}
        hint={t("publisher.choose.hint")}
        onChoose={onChange}
      />
    );
  }
  return <Chosen source={source} {...rest} />;
}

function Chosen({ which, source, side, onChange }: SourceSlotProps & { readonly source: PackageSource }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const sizeText = useSize();
  // The button that chose it is gone: whoever uses a keyboard goes on from here.
  const top = useLostFocus();
  const facts = [
    side?.name,
    side?.version && t("publisher.check.version", { version: side.version }),
    side?.manifestVersion && t("publisher.check.manifestVersion", { version: side.manifestVersion }),
  ].filter((fact) => typeof fact === "string" && fact !== "");
  return (
    <FileDrop onChoose={onChange}>
      {(choosing) => (
        <Card className={styles.card}>
          <div ref={top} tabIndex={-1} className={styles.top}>
            <div className={styles.words}>
              <Text size={200} className={styles.second}>
                {which === "before" ? t("publisher.compare.before") : t("publisher.compare.after")}
              </Text>
              <Heading level={2} size={400}>
                {source.name}
              </Heading>
              <Text size={200} className={styles.second}>
                {[...facts, sizeText(sizeOf(source))].join(" · ")}
              </Text>
            </div>
            <div className={styles.actions}>
              <ChooseMenu size="small" label={t("publisher.compare.replace")} choosing={choosing} />
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t("publisher.compare.remove", { name: source.name })}
                title={t("publisher.compare.remove", { name: source.name })}
                onClick={() => onChange(null)}
              />
            </div>
          </div>
          {side !== undefined && side.unreadable === null && !side.valid && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t("publisher.compare.faulty")}</MessageBarBody>
            </MessageBar>
          )}
          {side !== undefined && side.unreadable !== null && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                {side.unreadable.message} {side.unreadable.fix}
              </MessageBarBody>
            </MessageBar>
          )}
        </Card>
      )}
    </FileDrop>
  );
}
