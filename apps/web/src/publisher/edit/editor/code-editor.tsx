import { setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { makeStyles, shorthands, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "../../../shared/language/text.ts";
import { useObservable } from "../../../shared/observable.ts";
import { themeState } from "../../../shared/theme/theme-store.ts";
import { run } from "../../engine/engine.ts";
import type { Linted } from "../../engine/lint.ts";
import { manifestCompletion } from "./completion.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { editorPhrases } from "./editor-phrases.ts";
import { editorSetup } from "./editor-setup.ts";
import { editorTheme } from "./editor-theme.ts";
import { manifestHover } from "./hover.ts";

const useStyles = makeStyles({
  root: {
    height: "100%",
    minHeight: 0,
    overflow: "hidden",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusMedium,
    ...shorthands.border(tokens.strokeWidthThin, "solid", tokens.colorNeutralStroke1),
    ":focus-within": { ...shorthands.borderColor(tokens.colorCompoundBrandStroke) },
  },
});

/** What the editor tells its page. */
export interface EditorEvents {
  /** The text changed, or the cursor moved. */
  readonly onUpdate: (view: EditorView, changed: boolean) => void;
  readonly onFormat: () => void;
  /** Asks for the list of findings, by key. */
  readonly onShowFindings: () => void;
}

interface CodeEditorProps extends EditorEvents {
  /** The text to begin with. */
  readonly text: string;
  /** Paths of the other files of the package. */
  readonly files: readonly string[];
  readonly linted: Linted | undefined;
  /** Id of what says how to use the editor. */
  readonly hintId: string;
  /** Told the view when it is there, and null when it goes. */
  readonly onView: (view: EditorView | null) => void;
}

/** The text of a manifest. Mounted anew for every draft. */
export function CodeEditor(props: CodeEditorProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  // What the view calls is always that of the last rendering.
  const now = useRef({ ...props, t });
  now.current = { ...props, t };
  const [view, setView] = useState<EditorView>();
  const [changing] = useState(() => ({ theme: new Compartment(), words: new Compartment() }));
  const { name: theme } = useObservable(themeState);

  useEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({ parent: place.current, state: stateFor(now, changing) });
    setView(made);
    now.current.onView(made);
    return () => {
      now.current.onView(null);
      made.destroy();
    };
  }, [changing]);

  useEffect(() => {
    view?.dispatch({ effects: changing.theme.reconfigure(editorTheme(theme !== "light")) });
  }, [view, theme, changing]);

  useEffect(() => {
    const attributes = EditorView.contentAttributes.of({
      "aria-label": t("publisher.edit.editor"),
      "aria-describedby": props.hintId,
      spellcheck: "false",
      tabindex: "0",
    });
    view?.dispatch({
      effects: changing.words.reconfigure([EditorState.phrases.of(editorPhrases(t)), attributes]),
    });
  }, [view, t, props.hintId, changing]);

  const { linted } = props;
  useEffect(() => {
    // Findings about what stood there before are not drawn anew: those about what stands there now are under way.
    if (view === undefined || linted === undefined || view.state.doc.toString() !== linted.text) return;
    view.dispatch(setDiagnostics(view.state, diagnosticsOf(linted, t)));
  }, [view, linted, t]);

  // Source code is written from left to right in every language.
  return <div ref={place} className={styles.root} dir="ltr" />;
}

interface Now {
  readonly current: CodeEditorProps & { readonly t: ReturnType<typeof useText> };
}

function stateFor(now: Now, changing: { theme: Compartment; words: Compartment }): EditorState {
  const words = () => now.current.t;
  const command = (act: () => void) => () => {
    act();
    return true;
  };
  return EditorState.create({
    doc: now.current.text,
    extensions: [
      editorSetup([
        { key: "Shift-Alt-f", run: command(() => now.current.onFormat()) },
        { key: "Mod-Shift-m", run: command(() => now.current.onShowFindings()) },
      ]),
      manifestCompletion({
        ask: async (text, offset) => await run("complete", { text, offset, files: now.current.files }),
        words,
      }),
      manifestHover({ ask: async (text, offset) => await run("describeAt", { text, offset }), words }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged || update.selectionSet) now.current.onUpdate(update.view, update.docChanged);
      }),
      changing.theme.of([]),
      changing.words.of([]),
    ],
  });
}
