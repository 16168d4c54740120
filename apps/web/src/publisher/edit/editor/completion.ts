import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  type Completion as Option,
  snippet,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { TextOf } from "../../../shared/language/text.ts";
import type { Completion, Suggestion } from "../../engine/complete.ts";
import { typeWords } from "./editor-words.ts";
import { factsElement } from "./facts-element.ts";
import { insertionOf } from "./insertion.ts";

interface CompletionParts {
  readonly ask: (text: string, offset: number) => Promise<Completion>;
  readonly words: () => TextOf;
}

/** Suggestions while writing, and with Ctrl+Space. */
export function manifestCompletion({ ask, words }: CompletionParts): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    if (!context.explicit && context.matchBefore(/["\w$.-]/) === null) return null;
    const found = await ask(context.state.doc.toString(), context.pos).catch(() => null);
    if (found === null || context.aborted || found.suggestions.length === 0) return null;
    const options = found.suggestions.map((suggestion, at) => optionOf(suggestion, at, words()));
    return { from: found.from, options, validFor: /^[\w$.-]*$/ };
  };
  return autocompletion({ override: [source], icons: false, closeOnBlur: true, maxRenderedOptions: 200 });
}

function optionOf(suggestion: Suggestion, at: number, t: TextOf): Option {
  const { label, required, facts, kind } = suggestion;
  const detail = kind === "value" ? undefined : required ? t("publisher.edit.required") : typeWords(facts.types, t);
  return {
    label,
    ...(detail === undefined ? {} : { detail }),
    // In the order of the schema where what was typed fits equally well.
    boost: (required ? 20 : 0) - Math.min(at, 60),
    info: () => factsElement({ title: label, facts, required }, t),
    apply: (view, _, from, to) => insert(view, { from, to }, suggestion),
  };
}

function insert(view: EditorView, place: { from: number; to: number }, suggestion: Suggestion): void {
  const { from, to, template, comma } = insertionOf(view.state.doc.toString(), place, suggestion);
  if (comma !== null) view.dispatch({ changes: { from: comma, insert: "," }, userEvent: "input.complete" });
  const shift = comma === null ? 0 : 1;
  snippet(template)(view, null, from + shift, to + shift);
}
