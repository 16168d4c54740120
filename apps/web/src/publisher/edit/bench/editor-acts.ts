import { redo, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import { EditorView } from "@codemirror/view";
import { run } from "../../engine/engine.ts";
import { changeBetween } from "../editor/text-changes.ts";

/** Acts on the text, each one step to undo. */

/** Puts another text in its place; what is the same stays as it is. */
export function replaceText(view: EditorView, text: string): void {
  const change = changeBetween(view.state.doc.toString(), text);
  if (change !== null) view.dispatch({ changes: change, userEvent: "input.replace" });
  view.focus();
}

/** Selects a place and brings it to the middle. */
export function goTo(view: EditorView, place: { readonly from: number; readonly to: number }): void {
  const most = view.state.doc.length;
  const [anchor, head] = [Math.min(place.from, most), Math.min(place.to, most)];
  view.dispatch({
    selection: { anchor, head },
    effects: EditorView.scrollIntoView(anchor, { y: "center" }),
  });
  view.focus();
}

/** Lays the text out. Nothing happens when something was written meanwhile. */
export async function formatView(view: EditorView): Promise<void> {
  const { doc } = view.state;
  const edits = await run("formatText", { text: doc.toString() });
  if (view.state.doc !== doc) return;
  view.dispatch({
    changes: edits.map(({ offset, length, content }) => ({ from: offset, to: offset + length, insert: content })),
    userEvent: "input.format",
  });
}

export function undoIn(view: EditorView): void {
  undo(view);
  view.focus();
}

export function redoIn(view: EditorView): void {
  redo(view);
  view.focus();
}

export function findIn(view: EditorView): void {
  openSearchPanel(view);
}
