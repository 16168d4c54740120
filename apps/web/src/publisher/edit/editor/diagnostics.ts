import type { Diagnostic } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import type { Finding, Severity } from "@parvis/manifest";
import type { TextOf } from "../../../shared/language/text.ts";
import type { Linted } from "../../engine/lint.ts";
import type { QuickFix } from "../../engine/quick-fixes.ts";
import { fixWords } from "./editor-words.ts";

const severities: Readonly<Record<Severity, Diagnostic["severity"]>> = {
  error: "error",
  warning: "warning",
  suggestion: "hint",
};

/** Thousands of underlines help nobody, and make scrolling slow; the list beside the text has the rest. */
const mostUnderlined = 500;

/** Findings as the editor draws them: underlined, in the gutter, with their fixes. */
export function diagnosticsOf(linted: Linted, t: TextOf): Diagnostic[] {
  return linted.findings
    .flatMap((finding, at) => {
      const place = linted.places[at];
      // What one of several alternatives said stands with the finding that sums them up.
      if (place === null || place === undefined || finding.branchOf !== undefined) return [];
      const actions = place.fixes.map((fix) => ({
        name: fixWords(fix.act, t),
        apply: (view: EditorView) => applyFix(view, linted.text, fix),
      }));
      const severity = severities[finding.severity];
      return [{ from: place.from, to: place.to, severity, source: finding.rule, message: wordsOf(finding), actions }];
    })
    .slice(0, mostUnderlined);
}

const wordsOf = ({ message, fix }: Finding) => `${message}\n${fix}`;

/** Nothing is changed when the text is no longer the one that the fix was made for: new findings are under way then. */
export function applyFix(view: EditorView, text: string, { edits }: QuickFix): boolean {
  if (view.state.doc.toString() !== text) return false;
  const changes = edits.map(({ offset, length, content }) => ({ from: offset, to: offset + length, insert: content }));
  const [first] = changes;
  if (first === undefined) return false;
  view.dispatch({ changes, selection: { anchor: first.from }, userEvent: "input.fix", scrollIntoView: true });
  view.focus();
  return true;
}
