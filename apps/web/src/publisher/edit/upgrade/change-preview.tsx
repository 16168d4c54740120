import { json } from "@codemirror/lang-json";
import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { makeStyles, shorthands, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef } from "react";
import { useText } from "../../../shared/language/text.ts";
import { useObservable } from "../../../shared/observable.ts";
import { themeState } from "../../../shared/theme/theme-store.ts";
import { editorTheme } from "../editor/editor-theme.ts";

const useStyles = makeStyles({
  root: {
    height: "280px",
    overflow: "hidden",
    borderRadius: tokens.borderRadiusMedium,
    ...shorthands.border(tokens.strokeWidthThin, "solid", tokens.colorNeutralStroke1),
  },
});

const marks = EditorView.theme({
  ".cm-deletedChunk": { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorNeutralForeground1 },
  ".cm-deletedChunk .cm-deletedText, &.cm-merge-b .cm-deletedText": {
    background: "none",
    textDecoration: `line-through ${tokens.colorStatusDangerForeground1}`,
  },
  "&.cm-merge-b .cm-changedLine": { backgroundColor: tokens.colorStatusSuccessBackground1 },
  "&.cm-merge-b .cm-changedText": { background: "none", fontWeight: tokens.fontWeightSemibold },
  ".cm-insertedLine": { backgroundColor: tokens.colorStatusSuccessBackground1, textDecoration: "none" },
  ".cm-collapsedLines": {
    color: tokens.colorNeutralForeground2,
    background: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyBase,
    "&:before, &:after": { content: "'⋯'" },
  },
});

/** A text with what an act would change in it; to read. */
export function ChangePreview({ before, after }: { before: string; after: string }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const { name: theme } = useObservable(themeState);
  useEffect(() => {
    if (place.current === null) return;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: after,
        extensions: [
          lineNumbers(),
          json(),
          EditorView.lineWrapping,
          EditorState.readOnly.of(true),
          EditorState.phrases.of({ "$ unchanged lines": t("publisher.edit.preview.unchanged") }),
          unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 2, minSize: 4 } }),
          editorTheme(theme !== "light"),
          marks,
          EditorView.contentAttributes.of({ "aria-label": t("publisher.edit.preview.label"), tabindex: "0" }),
        ],
      }),
    });
    return () => view.destroy();
  }, [before, after, theme, t]);
  return <div ref={place} className={styles.root} dir="ltr" />;
}
