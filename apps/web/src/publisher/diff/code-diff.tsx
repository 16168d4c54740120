import { json } from "@codemirror/lang-json";
import { syntaxHighlighting } from "@codemirror/language";
import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef } from "react";
import { useText } from "../../shared/language/text.ts";
import { useNarrow } from "../../shared/layout/narrow.ts";
import { diffColours, diffTheme } from "./diff-theme.ts";

const useStyles = makeStyles({
  root: {
    maxHeight: "60vh",
    overflow: "auto",
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: "start",
  },
});

/** What stays the same is folded away but for this many lines around a change. */
const unchanged = { margin: 3, minSize: 8 };

export interface CodeDiffProps {
  readonly before: string;
  readonly after: string;
  /** What the two are, for who cannot see that they stand beside each other. */
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

interface CodeDiffPartProps extends CodeDiffProps {
  /** Shows what stays the same, too. */
  readonly whole: boolean;
}

/** Two texts beside each other, below each other on a phone. Only to read. Loads the editor; use diff-view.tsx. */
export function CodeDiff({ before, after, beforeLabel, afterLabel, whole }: CodeDiffPartProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const narrow = useNarrow();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = root.current;
    if (parent === null) return;
    const phrases = EditorState.phrases.of({ "$ unchanged lines": t("publisher.diff.unchanged", { count: "$" }) });
    const folding = whole ? {} : { collapseUnchanged: unchanged };
    const shown = (label: string): Extension[] => [
      lineNumbers(),
      json(),
      syntaxHighlighting(diffColours),
      EditorView.lineWrapping,
      diffTheme,
      phrases,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", inputmode: "none" }),
    ];
    if (narrow) {
      const view = new EditorView({
        parent,
        doc: after,
        extensions: [
          ...shown(t("publisher.diff.both", { before: beforeLabel, after: afterLabel })),
          unifiedMergeView({ original: before, mergeControls: false, ...folding }),
        ],
      });
      return () => view.destroy();
    }
    const view = new MergeView({
      parent,
      a: { doc: before, extensions: shown(beforeLabel) },
      b: { doc: after, extensions: shown(afterLabel) },
      ...folding,
      gutter: true,
    });
    return () => view.destroy();
  }, [before, after, beforeLabel, afterLabel, narrow, whole, t]);
  // Source code is written from left to right in every language.
  return <div ref={root} className={styles.root} dir="ltr" />;
}
