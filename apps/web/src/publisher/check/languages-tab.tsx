import { Badge, Field, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { LocalLanguageRegular } from "@fluentui/react-icons";
import type { LanguageCoverage } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { CheckResult } from "../engine/check.ts";
import type { PackageSource } from "../source/package-source.ts";
import { KeyList } from "./key-list.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "800px" },
  language: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingBlockEnd: tokens.spacingVerticalL,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  path: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface LanguagesTabProps {
  readonly source: PackageSource;
  readonly result: CheckResult;
}

/** Which languages the app speaks, and what each of them lacks. */
export function LanguagesTab({ source, result }: LanguagesTabProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  if (result.languages.length === 0) {
    return (
      <StatePanel icon={<LocalLanguageRegular />} title={t("publisher.languages.none")}>
        {source.kind === "manifest" ? t("publisher.languages.alone") : t("publisher.languages.noneHow")}
      </StatePanel>
    );
  }
  return (
    <div className={styles.root}>
      {result.languages.map((language, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a faulty manifest may name the same language twice
        <OneLanguage key={`${index} ${language.tag}`} language={language} />
      ))}
    </div>
  );
}

function OneLanguage({ language }: { language: LanguageCoverage }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDisplayName } = useIntl();
  const { tag, path, isDefault, state, translated, total, missing, extra } = language;
  const name = nameOf(tag, (known) => formatDisplayName(known, { type: "language" }));
  return (
    <section className={styles.language}>
      <div className={styles.top}>
        <Heading level={2} size={400}>
          {name === null ? t("publisher.languages.unnamed") : `${name} (${tag})`}
        </Heading>
        {isDefault && <Badge appearance="tint">{t("publisher.languages.default")}</Badge>}
        {state !== "ok" && (
          <Badge appearance="tint" color="danger">
            {state === "missing" ? t("publisher.languages.missingFile") : t("publisher.languages.unreadable")}
          </Badge>
        )}
      </div>
      <Text size={200} className={styles.path}>
        {path ?? t("publisher.languages.inManifest")}
      </Text>
      {state === "ok" && (
        <Field
          validationState="none"
          validationMessage={t("publisher.languages.translated", { count: translated, total })}
        >
          <ProgressBar
            value={total === 0 ? 1 : translated / total}
            color={translated === total ? "success" : "warning"}
            aria-label={t("publisher.languages.share", { language: name ?? t("publisher.languages.unnamed") })}
          />
        </Field>
      )}
      <KeyList title={t("publisher.languages.missing", { count: missing.length })} keys={missing} />
      <KeyList title={t("publisher.languages.extra", { count: extra.length })} keys={extra} />
    </section>
  );
}

/** A manifest may name anything as a language. */
function nameOf(tag: string | null, display: (tag: string) => string | undefined): string | null {
  if (tag === null) return null;
  try {
    return display(tag) ?? tag;
  } catch {
    return tag;
  }
}
