import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular, DocumentAddRegular } from "@fluentui/react-icons";
import { type ReactElement, useRef } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../../shared/language/text.ts";
import { Heading } from "../../../shared/layout/heading.tsx";
import type { SourceFile } from "../../source/package-source.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, alignItems: "start" },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    width: "100%",
    maxHeight: "180px",
    overflow: "auto",
  },
  row: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: "32px",
    overflowWrap: "anywhere",
  },
  path: { flexGrow: 1, minWidth: 0 },
  size: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
});

interface PackFilesProps {
  readonly files: readonly SourceFile[];
  readonly onAdd: (files: readonly SourceFile[]) => void;
  /** Those that stay when one is removed. */
  readonly onKeep: (files: readonly SourceFile[]) => void;
}

/** What goes into the package beside the manifest. */
export function PackFiles({ files, onAdd, onKeep }: PackFilesProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatNumber } = useIntl();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.root}>
      <Heading level={3} size={300}>
        {t("publisher.edit.pack.files", { count: files.length })}
      </Heading>
      {files.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <ul className={styles.list} tabIndex={0} aria-label={t("publisher.edit.pack.files", { count: files.length })}>
          {files.map(({ path, blob }) => (
            <li key={path} className={styles.row}>
              <Text className={styles.path}>
                <bdi>{path}</bdi>
              </Text>
              <Text size={200} className={styles.size}>
                {formatNumber(blob.size / 1_000, {
                  style: "unit",
                  unit: "kilobyte",
                  maximumFractionDigits: 1,
                })}
              </Text>
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t("publisher.edit.pack.remove", { path })}
                onClick={() => onKeep(files.filter((file) => file.path !== path))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button size="small" icon={<DocumentAddRegular />} onClick={() => input.current?.click()}>
        {t("publisher.edit.pack.add")}
      </Button>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        aria-label={t("publisher.edit.pack.add")}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = "";
          onAdd(chosen.map((file) => ({ path: file.name, blob: file })));
        }}
      />
    </section>
  );
}
