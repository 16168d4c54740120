import type { TextOf } from "../../../shared/language/text.ts";
import type { PartFacts } from "../../engine/part-facts.ts";
import { limitLines, typeWords } from "./editor-words.ts";

interface FactsTitle {
  readonly title: string;
  readonly facts: PartFacts;
  readonly required: boolean;
  /** The version that brought it. */
  readonly since?: string | null;
}

/** What the schema says, as the editor shows it beside a suggestion and under the pointer. */
export function factsElement({ title, facts, required, since }: FactsTitle, t: TextOf): HTMLElement {
  const root = document.createElement("div");
  root.className = "parvis-facts";
  const head = add(root, "div", "parvis-facts-head");
  add(head, "code", "parvis-facts-title", title);
  for (const word of [
    typeWords(facts.types, t),
    required && t("publisher.edit.required"),
    since && t("publisher.edit.since", { version: since }),
  ])
    if (word) add(head, "span", "parvis-facts-word", word);
  if (facts.description !== undefined) {
    // The official schemas speak English alone.
    const description = add(root, "p", "parvis-facts-text", facts.description);
    description.lang = "en";
  }
  const lines = limitLines(facts, t);
  if (lines.length > 0) {
    const list = add(root, "ul", "parvis-facts-limits");
    for (const line of lines) add(list, "li", "", line);
  }
  return root;
}

function add(parent: HTMLElement, tag: "div" | "code" | "span" | "p" | "ul" | "li", name: string, text?: string) {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}
