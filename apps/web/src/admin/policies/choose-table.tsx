import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular, DocumentTableRegular } from "@fluentui/react-icons";
import { type DragEvent, type ReactElement, useRef } from "react";
import { useText } from "../../shared/language/text.ts";
import { saveFile } from "../../shared/save-file.ts";

const example = `person,group,rank,policy
megan@contoso.test,,,Frontline
,Sales,1,Sellers
alex@contoso.test,,,
`;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  example: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    whiteSpace: "pre-wrap",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  acts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Where a table of assignments is chosen or dropped, and what it must look like. */
export function ChooseTable({ onChoose }: { onChoose: (file: File) => void }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const choose = (file: File | undefined) => file !== undefined && onChoose(file);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same
    <div
      className={styles.root}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        choose(event.dataTransfer.files[0]);
      }}
    >
      <Text>{t("admin.policies.file.text")}</Text>
      <Text>{t("admin.policies.file.columns")}</Text>
      <pre className={styles.example}>{example}</pre>
      <div className={styles.acts}>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-label={t("admin.policies.file.choose")}
          onChange={(event) => choose(event.target.files?.[0])}
        />
        <Button appearance="primary" icon={<DocumentTableRegular />} onClick={() => input.current?.click()}>
          {t("admin.policies.file.choose")}
        </Button>
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() => saveFile("policies.csv", new Blob([example], { type: "text/csv" }))}
        >
          {t("admin.policies.file.example")}
        </Button>
      </div>
    </div>
  );
}
