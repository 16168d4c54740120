import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { InferResponseType } from "hono/client";
import type { ReactElement } from "react";
import type { api } from "../../shared/api/client.ts";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { ImpactView } from "./impact-view.tsx";
import { wrongLineText } from "./wrong-line-text.ts";

type FilePost = (typeof api.policies)[":kind"]["assignments"]["file"]["$post"];
export type FileOutcome = InferResponseType<FilePost, 200>;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  counts: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  scroll: {
    maxHeight: "min(360px, 45vh)",
    overflow: "auto",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  line: { width: "72px" },
});

/** Every line that must be mended. */
export function WrongLines({ lines }: { lines: FileOutcome["wrong"] }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const label = t("admin.policies.file.wrong");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <Table size="small" aria-label={label}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.line}>{t("admin.policies.file.line")}</TableHeaderCell>
            <TableHeaderCell>{t("admin.policies.file.problem")}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {lines.map((wrong) => (
            <TableRow key={`${wrong.line} ${wrong.problem}`}>
              <TableCell className={styles.line}>{wrong.line}</TableCell>
              <TableCell>{wrongLineText(wrong, t)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

/** What a table would do, before it does it. */
export function FilePreview({ name, outcome }: { name: string; outcome: FileOutcome }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { lines, given, changed, taken, unchanged, wrong, impact } = outcome;
  if (wrong.length > 0) {
    return (
      <div className={styles.root}>
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{t("admin.policies.file.mend", { count: wrong.length, lines })}</MessageBarTitle>
            {t("admin.policies.file.nothing")}
          </MessageBarBody>
        </MessageBar>
        <WrongLines lines={wrong} />
      </div>
    );
  }
  return (
    <div className={styles.root}>
      <Text>{t("admin.policies.file.would", { file: name, lines })}</Text>
      <ul className={styles.counts}>
        <li>{t("admin.policies.file.given", { count: given })}</li>
        <li>{t("admin.policies.file.changed", { count: changed })}</li>
        <li>{t("admin.policies.file.taken", { count: taken })}</li>
        <li>{t("admin.policies.file.unchanged", { count: unchanged })}</li>
      </ul>
      {impact !== null && (
        <>
          <Heading level={3} size={300}>
            {t("admin.policies.impact.title")}
          </Heading>
          <ImpactView impact={impact} />
        </>
      )}
    </div>
  );
}
