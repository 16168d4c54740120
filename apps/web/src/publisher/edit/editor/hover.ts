import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import type { TextOf } from "../../../shared/language/text.ts";
import type { Description } from "../../engine/describe-at.ts";
import { dotted } from "./editor-words.ts";
import { factsElement } from "./facts-element.ts";

interface HoverParts {
  readonly ask: (text: string, offset: number) => Promise<Description | null>;
  readonly words: () => TextOf;
}

/** What the schema says about what is under the pointer. Findings at the place are added by the editor's own lint. */
export function manifestHover({ ask, words }: HoverParts): Extension {
  return hoverTooltip(async (view, position) => {
    const { doc } = view.state;
    const found = await ask(doc.toString(), position).catch(() => null);
    // Something was written while the engine looked.
    if (found === null || view.state.doc !== doc) return null;
    // Between two things there is nothing to point at.
    if (found.from === found.to) return null;
    const { path, facts, required, since, from, to } = found;
    return {
      pos: from,
      end: to,
      above: true,
      create: () => ({ dom: factsElement({ title: dotted(path), facts, required, since }, words()) }),
    };
  });
}
