import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { BranchCompareRegular, CodeRegular, DismissRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useSize } from "../../shared/file-size.ts";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { useDesk } from "../desk.ts";
import type { CheckResult } from "../engine/check.ts";
import { ChooseMenu } from "../source/choose-menu.tsx";
import type { Choosing } from "../source/file-drop.tsx";
import { type PackageSource, sizeOf } from "../source/package-source.ts";
import { StaysHere } from "../source/stays-here.tsx";
import { useBlobUrl } from "../source/use-blob-url.ts";
import { useLostFocus } from "../source/use-lost-focus.ts";
import { useEditChecked } from "./use-edit-checked.ts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    marginBlockEnd: tokens.spacingVerticalL,
    outlineStyle: "none",
  },
  app: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalL, flex: "1 1 360px", minWidth: 0 },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface CheckHeaderProps {
  readonly source: PackageSource;
  readonly result: CheckResult | undefined;
  readonly choosing: Choosing;
}

/** What is being looked at, and what else can be done with it. */
export function CheckHeader({ source, result, choosing }: CheckHeaderProps): ReactElement {
  const styles = useStyles();
  const top = useLostFocus();
  const t = useText();
  const sizeText = useSize();
  const navigate = useNavigate();
  const [, change] = useDesk();
  const edit = useEditChecked(source);
  const icon = useBlobUrl(result?.icons?.color.bytes);
  const facts = [
    result?.name && source.name,
    sizeText(sizeOf(source)),
    result?.publisher,
    result?.version && t("publisher.check.version", { version: result.version }),
    result?.manifestVersion && t("publisher.check.manifestVersion", { version: result.manifestVersion }),
  ].filter((fact) => typeof fact === "string");
  return (
    // The button that chose it is gone: whoever uses a keyboard goes on from here.
    <div ref={top} tabIndex={-1} className={styles.root}>
      <div className={styles.app}>
        <AppIcon key={icon} src={icon ?? null} size={64} />
        <div className={styles.words}>
          <Heading level={1} size={600}>
            {result?.name ?? source.name}
          </Heading>
          <div className={styles.line}>
            {facts.map((fact) => (
              <Text key={fact}>{fact}</Text>
            ))}
          </div>
          <StaysHere />
        </div>
      </div>
      <div className={styles.actions}>
        <Button
          icon={<BranchCompareRegular />}
          onClick={() => {
            change({ after: source });
            void navigate({ to: "/publisher/compare" });
          }}
        >
          {t("publisher.check.compare")}
        </Button>
        <Button icon={<CodeRegular />} disabledFocusable={edit.isPending} onClick={() => edit.mutate()}>
          {t("publisher.check.edit")}
        </Button>
        <ChooseMenu label={t("publisher.check.another")} choosing={choosing} />
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t("publisher.check.close")}
          title={t("publisher.check.close")}
          onClick={() => change({ checked: null, env: {} })}
        />
      </div>
    </div>
  );
}
