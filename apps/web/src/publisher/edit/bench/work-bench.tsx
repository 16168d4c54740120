import type { EditorView } from "@codemirror/view";
import { MessageBar, MessageBarBody, makeStyles, Text, tokens, useId } from "@fluentui/react-components";
import type { AppKind, Target } from "@parvis/manifest";
import { type ReactElement, useRef, useState } from "react";
import { ConfirmDialog } from "../../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../../shared/feedback/notices.ts";
import { languageState } from "../../../shared/language/language-store.ts";
import { useText } from "../../../shared/language/text.ts";
import { narrow } from "../../../shared/layout/narrow.ts";
import { useObservable } from "../../../shared/observable.ts";
import { saveFile } from "../../../shared/save-file.ts";
import type { Draft } from "../../desk.ts";
import { run } from "../../engine/engine.ts";
import { EngineWait } from "../../engine/engine-wait.tsx";
import { FileDrop } from "../../source/file-drop.tsx";
import { manifestPath } from "../../source/package-source.ts";
import { OpeningProblem } from "../begin/opening-problem.tsx";
import type { Opening } from "../begin/use-opening.ts";
import { withLineFeeds } from "../draft/new-draft.ts";
import { PlaceholdersForm } from "../draft/placeholders-form.tsx";
import { savedText, setSavedText } from "../draft/saved-texts.ts";
import { useKept, useLeaveGuard } from "../draft/use-kept.ts";
import { useLinted } from "../draft/use-linted.ts";
import { EditDialog } from "../edit-dialog.tsx";
import { CodeEditor } from "../editor/code-editor.tsx";
import { applyFix } from "../editor/diagnostics.ts";
import { PackReview } from "../pack/pack-review.tsx";
import { FindingsPanel } from "../panel/findings-panel.tsx";
import { PlaceCard } from "../panel/place-card.tsx";
import { UpgradeReview } from "../upgrade/upgrade-review.tsx";
import { BenchHeader } from "./bench-header.tsx";
import { BenchToolbar } from "./bench-toolbar.tsx";
import { findIn, formatView, goTo, redoIn, replaceText, undoIn } from "./editor-acts.ts";
import { useWriting } from "./use-writing.ts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    height: "100%",
    minHeight: "560px",
    [narrow]: { height: "auto" },
  },
  bench: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(260px, 36%)",
    gap: tokens.spacingHorizontalL,
    flexGrow: 1,
    minHeight: 0,
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "60dvh auto" },
  },
  side: {
    display: "grid",
    gridTemplateRows: "minmax(0, 1fr) 190px",
    gap: tokens.spacingVerticalM,
    minHeight: 0,
    [narrow]: { gridTemplateRows: "auto auto" },
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** Where the address says a dialog is. */
export interface BenchDialogs {
  readonly open: "upgrade" | "pack" | undefined;
  readonly show: (dialog: "upgrade" | "pack") => void;
  readonly hide: () => void;
}

interface WorkBenchProps {
  readonly draft: Draft;
  readonly env: Readonly<Record<string, string>>;
  readonly target: Target;
  readonly opening: Opening;
  readonly dialogs: BenchDialogs;
  readonly onDraft: (draft: Draft) => void;
  readonly onEnv: (env: Readonly<Record<string, string>>) => void;
  readonly onTarget: (target: Target) => void;
  readonly onBegin: (kind: AppKind) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** A manifest being written, with what the rules say to it. Mounted anew for every draft. */
export function WorkBench(props: WorkBenchProps): ReactElement {
  const { draft, env, target, opening, dialogs, onDraft } = props;
  const styles = useStyles();
  const t = useText();
  const hintId = useId("editor-hint");
  const { language } = useObservable(languageState);
  const [first] = useState(() => {
    const text = withLineFeeds(draft.text);
    // Another page brought it here, from a file.
    if (savedText(draft.id) === undefined) setSavedText(draft.id, text);
    return text;
  });
  const view = useRef<EditorView>(null);
  const findings = useRef<HTMLDivElement>(null);
  const { text, offset, onUpdate, settle } = useWriting(first, (next) => onDraft({ ...draft, text: next }));
  const linting = useLinted({ text, target, language, env });
  const { linted } = linting;
  const isKept = useKept(draft);
  const [, setDownloads] = useState(0);
  const isChanged = text !== savedText(draft.id);
  useLeaveGuard(isChanged && !isKept);
  const [isFilling, setFilling] = useState(false);
  const [leaving, setLeaving] = useState<() => void>();
  const [isAsking, setAsking] = useState(false);
  /** Asks first where something would be lost: in all other cases the draft is kept, and can be gone on with. */
  const leaveTo = (act: () => void) => {
    if (!isChanged || isKept) {
      act();
      return;
    }
    setLeaving(() => act);
    setAsking(true);
  };

  const inView = (act: (view: EditorView) => unknown) => () => {
    if (view.current !== null) void act(view.current);
  };
  const show = (dialog: "upgrade" | "pack") => {
    settle();
    dialogs.show(dialog);
  };
  const isSaved = () => {
    setSavedText(draft.id, view.current?.state.doc.toString() ?? text);
    setDownloads((count) => count + 1);
  };
  const format = inView(async (editor) => {
    await formatView(editor).catch(() => notify({ intent: "error", title: t("publisher.edit.format.failed") }));
    editor.focus();
  });

  return (
    <FileDrop onChoose={(source) => leaveTo(() => opening.open(source))} className={styles.root}>
      {({ chooseFile, chooseFolder }) => (
        <>
          <BenchHeader
            name={draft.name}
            isChanged={isChanged}
            newer={linted?.newer ?? null}
            onUpgrade={() => show("upgrade")}
            onDownload={inView((editor) => {
              saveFile(manifestPath, new Blob([editor.state.doc.toString()], { type: "application/json" }));
              isSaved();
            })}
            onPack={() => show("pack")}
          />
          {opening.isOpening && <EngineWait progress={opening.progress} onCancel={opening.cancel} />}
          <OpeningProblem opening={opening} />
          {!isKept && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t("publisher.edit.notKept")}</MessageBarBody>
            </MessageBar>
          )}
          <BenchToolbar
            target={target}
            placeholders={linted?.placeholders.length ?? 0}
            onTarget={props.onTarget}
            file={{
              onOpenFile: chooseFile,
              onOpenFolder: chooseFolder,
              onBegin: (kind) => leaveTo(() => props.onBegin(kind)),
              onClose: () => leaveTo(props.onClose),
              onDiscard: props.onDiscard,
            }}
            onUndo={inView(undoIn)}
            onRedo={inView(redoIn)}
            onFind={inView(findIn)}
            onFormat={format}
            onPlaceholders={() => setFilling(true)}
          />
          <div className={styles.bench}>
            <CodeEditor
              text={first}
              files={draft.files.map(({ path }) => path)}
              linted={linted}
              hintId={hintId}
              onView={(made) => {
                view.current = made;
              }}
              onUpdate={onUpdate}
              onFormat={format}
              onShowFindings={() => findings.current?.focus()}
            />
            <div className={styles.side}>
              <FindingsPanel
                linting={linting}
                headingRef={findings}
                onJump={(place) => inView((editor) => goTo(editor, place))()}
                onFix={(fix) => inView((editor) => linted && applyFix(editor, linted.text, fix))()}
                onMend={(mended) => inView((editor) => replaceText(editor, mended))()}
              />
              <PlaceCard text={text} offset={offset} />
            </div>
          </div>
          <Text size={200} id={hintId} className={styles.hint}>
            {t("publisher.edit.keys")}
          </Text>
          <EditDialog open={dialogs.open === "upgrade"} onClose={dialogs.hide}>
            <UpgradeReview
              text={text}
              onClose={dialogs.hide}
              onApply={(upgraded, version) => {
                dialogs.hide();
                inView((editor) => replaceText(editor, upgraded))();
                notify({ intent: "success", title: t("publisher.edit.upgrade.done", { version }) });
              }}
            />
          </EditDialog>
          <EditDialog open={dialogs.open === "pack"} onClose={dialogs.hide}>
            <PackReview
              draft={draft}
              text={text}
              target={target}
              env={env}
              onFiles={(files) => onDraft({ ...draft, files })}
              onClose={dialogs.hide}
              onPacked={(file) => {
                dialogs.hide();
                isSaved();
                notify({ intent: "success", title: t("publisher.edit.pack.done", { file }) });
              }}
            />
          </EditDialog>
          <EditDialog open={isFilling} holdsInput onClose={() => setFilling(false)}>
            <PlaceholdersForm
              names={linted?.placeholders ?? []}
              env={env}
              onClose={() => setFilling(false)}
              onUse={(values) => {
                setFilling(false);
                props.onEnv(values);
              }}
              onWrite={(values) => {
                setFilling(false);
                inView(async (editor) => {
                  const filled = await run("fill", { text: editor.state.doc.toString(), env: values });
                  replaceText(editor, filled);
                })();
              }}
            />
          </EditDialog>
          {leaving && (
            <ConfirmDialog
              open={isAsking}
              title={t("publisher.edit.leave.title", { name: draft.name })}
              action={t("publisher.edit.leave.action")}
              doing={t("publisher.edit.leave.action")}
              act={async () => leaving()}
              onDone={() => setAsking(false)}
              onClose={() => setAsking(false)}
            >
              <Text>{t("publisher.edit.leave.text")}</Text>
            </ConfirmDialog>
          )}
        </>
      )}
    </FileDrop>
  );
}
