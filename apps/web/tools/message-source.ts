import { parseSync } from "vite";

export interface Found {
  readonly text: string;
  readonly line: number;
}

/** Attributes that people see or hear. */
const visibleAttributes =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|label|placeholder|alt|text|subtitle|header|hint|validationMessage)$/;
/** The product's own name is the same in every language. */
const names = new Set(["Parvis"]);
const hasWords = /\p{Letter}{2,}/u;

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The string literals of a file, and those of them that are visible text written in place. @throws Error when it cannot be read. */
export function readSource(path: string, code: string): { literals: Found[]; visible: Found[] } {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const literals: Found[] = [];
  const visible: Found[] = [];
  const found = (text: string, start: number): Found => ({
    text: text.trim(),
    line: code.slice(0, start).split("\n").length,
  });

  function see(value: unknown): void {
    if (
      isNode(value) &&
      value.type === "Literal" &&
      typeof value.value === "string" &&
      hasWords.test(value.value) &&
      !names.has(value.value)
    ) {
      visible.push(found(value.value, value.start));
    }
    if (isNode(value) && value.type === "JSXExpressionContainer") see(value.expression);
    if (isNode(value) && value.type === "TemplateLiteral") {
      for (const part of value.quasis as { value: { cooked: string } }[]) {
        if (hasWords.test(part.value.cooked)) visible.push(found(part.value.cooked, value.start));
      }
    }
  }

  function walk(node: unknown): void {
    if (Array.isArray(node)) {
      for (const each of node) walk(each);
      return;
    }
    if (!isNode(node)) return;
    if (node.type === "Literal" && typeof node.value === "string") literals.push(found(node.value, node.start));
    if (node.type === "JSXText" && typeof node.value === "string" && hasWords.test(node.value))
      visible.push(found(node.value, node.start));
    if (node.type === "JSXElement" || node.type === "JSXFragment")
      for (const child of node.children as unknown[])
        if (isNode(child) && child.type === "JSXExpressionContainer") see(child);
    if (node.type === "JSXAttribute" && isNode(node.name) && visibleAttributes.test(String(node.name.name)))
      see(node.value);
    for (const key in node) if (key !== "parent") walk(node[key]);
  }

  walk(program);
  return { literals, visible };
}
