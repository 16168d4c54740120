import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Target } from "@parvis/manifest";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useMemo, useState } from "react";
import { FindingsList } from "../../../shared/findings/findings-list.tsx";
import { languageState } from "../../../shared/language/language-store.ts";
import { useText } from "../../../shared/language/text.ts";
import { useDialogStyles } from "../../../shared/layout/dialog-styles.ts";
import { useObservable } from "../../../shared/observable.ts";
import { saveFile } from "../../../shared/save-file.ts";
import type { Draft } from "../../desk.ts";
import type { CheckResult } from "../../engine/check.ts";
import { run } from "../../engine/engine.ts";
import { EngineProblem, useFaultText } from "../../engine/engine-problem.tsx";
import { EngineWait } from "../../engine/engine-wait.tsx";
import { useJob } from "../../engine/use-job.ts";
import type { SourceFile } from "../../source/package-source.ts";
import { fileNameOf } from "../draft/new-draft.ts";
import { PackFiles } from "./pack-files.tsx";
import { packageOf, withFiles } from "./package-files.ts";

const useStyles = makeStyles({
  findings: { paddingBlockStart: tokens.spacingVerticalS },
});

interface PackReviewProps {
  readonly draft: Draft;
  readonly text: string;
  readonly target: Target;
  /** Values for placeholders; written into the package's manifest. */
  readonly env: Readonly<Record<string, string>>;
  readonly onFiles: (files: readonly SourceFile[]) => void;
  readonly onPacked: (name: string) => void;
  readonly onClose: () => void;
}

/** The package that the draft becomes: checked as a whole, refused while it has errors unless told otherwise. */
export function PackReview({ draft, text, target, env, onFiles, ...on }: PackReviewProps): ReactElement {
  const dialog = useDialogStyles();
  const t = useText();
  const faultText = useFaultText();
  const { language } = useObservable(languageState);
  const source = useMemo(() => packageOf(draft, text), [draft, text]);
  const { query, progress, cancel } = useJob("check", [source.id, target, language, env], {
    ...{ source, target, language, env },
  });
  const [insisted, setInsisted] = useState(false);
  const checked = query.isPlaceholderData ? undefined : query.data;
  const packing = useMutation({
    mutationFn: async ({ name }: CheckResult) => {
      const filled = Object.keys(env).length === 0 ? text : await run("fill", { text, env });
      const blob = await run("pack", { source: packageOf(draft, filled) });
      return { file: `${fileNameOf(name)}.zip`, blob };
    },
    onSuccess: ({ file, blob }) => {
      saveFile(file, blob);
      on.onPacked(file);
    },
  });
  const refused = checked !== undefined && !checked.valid;
  const cannot = checked === undefined || (refused && !insisted) || packing.isPending;
  return (
    <DialogBody>
      <DialogTitle>{t("publisher.edit.pack.title")}</DialogTitle>
      <DialogContent className={dialog.content}>
        <Text>{t("publisher.edit.pack.text")}</Text>
        <PackFiles files={draft.files} onAdd={(more) => onFiles(withFiles(draft.files, more))} onKeep={onFiles} />
        {query.error !== null && <EngineProblem error={query.error} onRetry={() => void query.refetch()} />}
        {checked === undefined && query.error === null && (
          <EngineWait progress={progress} onCancel={() => void cancel().then(on.onClose)} />
        )}
        {checked && <Verdict checked={checked} insisted={insisted} onInsist={setInsisted} />}
        {packing.error !== null && (
          <MessageBar intent="error" role="alert">
            <MessageBarBody>{faultText(packing.error).title}</MessageBarBody>
          </MessageBar>
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={on.onClose}>{t("shared.cancel")}</Button>
        <Button
          appearance="primary"
          disabledFocusable={cannot}
          onClick={() => checked !== undefined && packing.mutate(checked)}
        >
          {t("publisher.edit.pack.action", { file: `${fileNameOf(checked?.name ?? null)}.zip` })}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

interface VerdictProps {
  readonly checked: CheckResult;
  readonly insisted: boolean;
  readonly onInsist: (insisted: boolean) => void;
}

function Verdict({ checked: { valid, findings, texts }, insisted, onInsist }: VerdictProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return (
    <>
      {valid ? (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{t("publisher.edit.pack.valid")}</MessageBarBody>
        </MessageBar>
      ) : (
        <>
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t("publisher.edit.pack.refused", { count: errors })}</MessageBarTitle>
              {t("publisher.edit.pack.refused.text")}
            </MessageBarBody>
          </MessageBar>
          <Checkbox
            checked={insisted}
            onChange={(_, { checked }) => onInsist(checked === true)}
            label={t("publisher.edit.pack.insist")}
          />
        </>
      )}
      {findings.length > 0 && (
        <div className={styles.findings}>
          <FindingsList findings={findings} sources={texts} level={3} />
        </div>
      )}
    </>
  );
}
