import { flagOf, isObject, type JsonObject, type JsonValue, objectsOf, textOf } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import type { CardPhrases } from "../phrases.ts";
import { safeLink } from "../safe-url.ts";
import { toAdaptiveCard } from "../to-adaptive-card.ts";
import { inputBlocks } from "./inputs.ts";
import type { Block, Outline, Picture, Run, TextBlock, Tone } from "./outline.ts";
import { wordDates } from "./word-dates.ts";

/** What an element shows; `gaveUp` when it must be replaced by a fallback, its own or that of what holds it. */
interface Content {
  readonly blocks: readonly Block[];
  readonly gaveUp: boolean;
}

const shown = (blocks: readonly Block[]): Content => ({ blocks, gaveUp: false });

/**
 * What a reader sees of a card that cannot be pressed or unfolded. What the sender hid at first stays hidden.
 * @param language for dates that a card leaves to its reader (`{{DATE(…)}}`); they are told in UTC.
 */
export function outlineOf(card: ReadCard, language: string, phrases?: CardPhrases): Outline {
  const adaptive = toAdaptiveCard(card, phrases);
  const dated = wordDates(adaptive, language);
  const content = cardContent(dated);
  const { blocks } = content.gaveUp && isObject(dated.fallback) ? elementContent(dated.fallback) : content;
  const accent = isObject(adaptive.parvis) ? textOf(adaptive.parvis.accentColor) : "";
  return { accent: accent === "" ? undefined : accent, blocks };
}

function cardContent(card: JsonObject): Content {
  const body = elementsContent(card.body);
  const blocks = [...body.blocks, ...actionBlocks(card.actions)];
  return { blocks, gaveUp: body.gaveUp || hasRequirements(card) };
}

function elementsContent(elements: JsonValue | undefined): Content {
  const blocks: Block[] = [];
  let gaveUp = false;
  for (const element of objectsOf(elements)) {
    const content = elementContent(element);
    gaveUp ||= content.gaveUp;
    if (content.blocks.length === 0) continue;
    if (flagOf(element.separator, false) && blocks.length > 0) blocks.push({ kind: "line" });
    blocks.push(...content.blocks);
  }
  return { blocks, gaveUp };
}

/** Elements, with the rules of the renderer for what it does not know (adaptive/texts.ts has the same). */
function elementContent(element: JsonObject): Content {
  if (!flagOf(element.isVisible, true)) return shown([]);
  const known = knownContent(element);
  return withFallback(element, known ?? { blocks: [], gaveUp: true }, elementContent);
}

function withFallback(owner: JsonObject, content: Content, read: (fallback: JsonObject) => Content): Content {
  const gaveUp = content.gaveUp || hasRequirements(owner);
  const { fallback } = owner;
  if (!gaveUp || fallback === undefined || fallback === null) return { blocks: content.blocks, gaveUp };
  if (typeof fallback === "string") return shown(fallback.toLowerCase() === "drop" ? [] : content.blocks);
  return isObject(fallback) ? read(fallback) : shown(content.blocks);
}

function hasRequirements({ requires }: JsonObject): boolean {
  return isObject(requires) && Object.values(requires).some((version) => /^(?:\*$|\d+.\d+)/.test(textOf(version)));
}

/** Undefined for an element that nobody knows. */
function knownContent(element: JsonObject): Content | undefined {
  switch (element.type) {
    case "TextBlock":
      return shown(textBlocks(element));
    case "RichTextBlock":
      return shown(runsBlocks(element.inlines));
    case "CodeBlock":
      return shown([{ kind: "code", text: textOf(element.codeSnippet) }]);
    case "FactSet":
      return shown(factBlocks(element.facts));
    case "Image":
      return shown(pictureBlocks([element], element.size));
    case "ImageSet":
      return shown(pictureBlocks(objectsOf(element.images), element.imageSize ?? "medium"));
    case "Media":
      return shown(mediaBlocks(element));
    case "Container":
      return inGroup(element, elementsContent(element.items));
    case "Carousel":
      return together(objectsOf(element.pages).map((page) => partContent(page, "CarouselPage", "items")));
    case "ColumnSet":
      return columnSet(element);
    case "Table":
      return tableContent(element);
    case "ActionSet":
      return shown(actionBlocks(element.actions));
    default: {
      const blocks = inputBlocks(element);
      return blocks === undefined ? undefined : shown(blocks);
    }
  }
}

function together(contents: readonly Content[]): Content {
  return { blocks: contents.flatMap(({ blocks }) => blocks), gaveUp: contents.some(({ gaveUp }) => gaveUp) };
}

/** A part that only its own kind of holder takes, with or without its type: a column, a cell, a page. */
function partContent(part: JsonObject, type: string, list: string): Content {
  if (!flagOf(part.isVisible, true)) return shown([]);
  const known = part.type === undefined || part.type === type;
  const content = known ? inGroup(part, elementsContent(part[list])) : { blocks: [], gaveUp: true };
  return withFallback(part, content, (fallback) => partContent(fallback, type, list));
}

const tones: Record<string, Tone> = {
  accent: "accent",
  good: "good",
  warning: "warning",
  attention: "attention",
};

function toneOf(value: JsonValue | undefined): Tone {
  return tones[textOf(value).toLowerCase()] ?? "default";
}

const sizes: Record<string, TextBlock["size"]> = {
  small: "small",
  medium: "medium",
  large: "large",
  extralarge: "large",
};

function textBlocks(element: JsonObject): Block[] {
  const markdown = textOf(element.text);
  if (!/\S/.test(markdown)) return [];
  const heading = textOf(element.style).toLowerCase() === "heading";
  return [
    {
      kind: "text",
      markdown,
      size: sizes[textOf(element.size).toLowerCase()] ?? (heading ? "large" : "default"),
      bold: textOf(element.weight).toLowerCase() === "bolder" || heading,
      subtle: flagOf(element.isSubtle, false),
      tone: toneOf(element.color),
    },
  ];
}

function runsBlocks(inlines: JsonValue | undefined): Block[] {
  const runs = (Array.isArray(inlines) ? inlines : []).map((inline): Run => {
    const run = isObject(inline) ? inline : { text: inline };
    return {
      text: textOf(run.text),
      bold: textOf(run.weight).toLowerCase() === "bolder",
      italic: flagOf(run.italic, false),
      strike: flagOf(run.strikethrough, false),
      code: textOf(run.fontType).toLowerCase() === "monospace",
      url: linkOf(run.selectAction),
    };
  });
  return runs.some(({ text }) => /\S/.test(text)) ? [{ kind: "runs", runs }] : [];
}

function factBlocks(list: JsonValue | undefined): Block[] {
  const facts = objectsOf(list).map((fact) => ({ name: textOf(fact.title), value: textOf(fact.value) }));
  return facts.length === 0 ? [] : [{ kind: "facts", facts }];
}

/** Widths of Teams' host configuration. */
const widths: Record<string, number> = { small: 40, medium: 80, large: 160 };

function pictureBlocks(images: JsonObject[], size: JsonValue | undefined): Block[] {
  const pictures = images.flatMap((image): Picture[] => {
    const url = textOf(image.url);
    // Mail readers do not show pictures inside addresses.
    if (!/^https?:/i.test(url)) return [];
    const own = /^(\d{1,4})(?:px)?$/.exec(textOf(image.width))?.[1];
    return [
      {
        url,
        alt: textOf(image.altText),
        width: own === undefined ? widths[textOf(image.size ?? size).toLowerCase()] : Number(own),
        round: textOf(image.style).toLowerCase() === "person",
        link: linkOf(image.selectAction),
      },
    ];
  });
  return pictures.length === 0 ? [] : [{ kind: "pictures", pictures }];
}

function mediaBlocks(element: JsonObject): Block[] {
  const source = objectsOf(element.sources)[0];
  const url = source === undefined ? undefined : safeLink(textOf(source.url));
  const title = textOf(element.altText);
  const poster = pictureBlocks([{ url: element.poster ?? "", altText: title }], "large");
  return url === undefined ? poster : [...poster, { kind: "links", links: [{ title: title || url, url }], others: [] }];
}

function inGroup(element: JsonObject, content: Content): Content {
  const style = textOf(element.style).toLowerCase();
  const tone = toneOf(style);
  const { blocks, gaveUp } = content;
  if ((style !== "emphasis" && tone === "default") || blocks.length === 0) return content;
  return { blocks: [{ kind: "group", blocks, tone, emphasis: style === "emphasis" }], gaveUp };
}

function columnSet(element: JsonObject): Content {
  const columns = objectsOf(element.columns).map((column) => ({
    ...partContent(column, "Column", "items"),
    weight: weightOf(column.width),
  }));
  const gaveUp = columns.some((column) => column.gaveUp);
  const filled = columns.filter(({ blocks }) => blocks.length > 0);
  const [only] = filled;
  if (only === undefined) return { blocks: [], gaveUp };
  const blocks: readonly Block[] = filled.length === 1 ? only.blocks : [{ kind: "columns", columns: filled }];
  return inGroup(element, { blocks, gaveUp });
}

/** Without a width a column stretches, as the renderer has it. */
function weightOf(width: JsonValue | undefined): number {
  const text = textOf(width).toLowerCase();
  if (text === "auto" || /^\d+px$/.test(text)) return 0;
  return /^\d{1,4}$/.test(text) ? Number(text) : 1;
}

/** Cells beyond the declared columns are not shown. */
function tableContent(table: JsonObject): Content {
  const columns = objectsOf(table.columns).length;
  const rows = objectsOf(table.rows).map((row) => rowContent(row, columns));
  const gaveUp = rows.some((row) => row.some((cell) => cell.gaveUp));
  const cells = rows.map((row) => row.map(({ blocks }) => blocks)).filter((row) => row.length > 0);
  if (cells.every((row) => row.every((cell) => cell.length === 0))) return { blocks: [], gaveUp };
  const headed = flagOf(table.firstRowAsHeader ?? table.firstRowAsHeaders, true);
  return { blocks: [{ kind: "table", rows: cells, headed }], gaveUp };
}

function rowContent(row: JsonObject, columns: number): Content[] {
  if (!flagOf(row.isVisible, true)) return [];
  const cells = objectsOf(row.cells).slice(0, columns);
  return cells.map((cell) => partContent(cell, "TableCell", "items"));
}

/** With spaces as mail readers need them to find where an address ends. */
function linkOf(action: JsonValue | undefined): string | undefined {
  const url = isObject(action) && action.type === "Action.OpenUrl" ? safeLink(textOf(action.url)) : undefined;
  return url?.replaceAll(" ", "%20");
}

/** Links are links; the names of other buttons are told, so that the reader knows what the card offers where it is shown. */
function actionBlocks(list: JsonValue | undefined): Block[] {
  const links: { title: string; url: string }[] = [];
  const others: string[] = [];
  for (const action of objectsOf(list).map(knownAction)) {
    if (action === undefined) continue;
    const url = linkOf(action);
    const title = textOf(action.title);
    if (url !== undefined) links.push({ title: title || url, url });
    else if (/\S/.test(title)) others.push(title);
  }
  return links.length + others.length === 0 ? [] : [{ kind: "links", links, others }];
}

const actionTypes = new Set([
  "Action.OpenUrl",
  "Action.Submit",
  "Action.Execute",
  "Action.ShowCard",
  "Action.ToggleVisibility",
]);

function knownAction(action: JsonObject): JsonObject | undefined {
  if (actionTypes.has(textOf(action.type)) && !hasRequirements(action)) return action;
  return isObject(action.fallback) ? knownAction(action.fallback) : undefined;
}
