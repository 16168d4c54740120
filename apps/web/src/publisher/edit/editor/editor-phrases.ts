import type { TextOf } from "../../../shared/language/text.ts";

/** The words of the editor's own parts, by what they are in English (codemirror.net, Example: Internationalization). */
export function editorPhrases(t: TextOf): Record<string, string> {
  return {
    Find: t("publisher.edit.search.find"),
    Replace: t("publisher.edit.search.with"),
    next: t("publisher.edit.search.next"),
    previous: t("publisher.edit.search.previous"),
    all: t("publisher.edit.search.all"),
    "match case": t("publisher.edit.search.case"),
    regexp: t("publisher.edit.search.pattern"),
    "by word": t("publisher.edit.search.word"),
    replace: t("publisher.edit.search.replace"),
    "replace all": t("publisher.edit.search.replaceAll"),
    close: t("shared.close"),
    "current match": t("publisher.edit.search.current"),
    "on line": t("publisher.edit.search.onLine"),
    "replaced match on line $": t("publisher.edit.search.replaced"),
    "replaced $ matches": t("publisher.edit.search.replacedAll"),
    "Go to line": t("publisher.edit.search.goToLine"),
    go: t("publisher.edit.search.go"),
    Completions: t("publisher.edit.completions"),
    "Selection deleted": t("publisher.edit.selectionDeleted"),
    "Fold line": t("publisher.edit.fold"),
    "Unfold line": t("publisher.edit.unfold"),
    "folded code": t("publisher.edit.folded"),
    unfold: t("publisher.edit.unfold"),
    "Folded lines": t("publisher.edit.foldedLines"),
    "Unfolded lines": t("publisher.edit.unfoldedLines"),
    to: t("publisher.edit.toLine"),
    "Control character": t("publisher.edit.controlCharacter"),
  };
}
