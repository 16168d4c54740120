import { flagOf, isObject, type JsonObject, type JsonValue, objectsOf, textOf } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import type { CardPhrases } from "../phrases.ts";
import { safeLink } from "../safe-url.ts";
import { toAdaptiveCard } from "../to-adaptive-card.ts";
import { inputBlocks } from "./inputs.ts";
import type { Block, Outline, Picture, Run, TextBlock, Tone } from "./outline.ts";
import { wordDates } from "./word-dates.ts";

/** A list of blocks, or undefined when this must be replaced by a fallback: its own, or that of what holds it. */
type Content = readonly Block[] | undefined;

/**
 * What a reader sees of a card that cannot be pressed or unfolded. What the sender hid at first stays hidden.
 * @param language for dates that a card leaves to its reader (`{{DATE(…)}}`); they are told in UTC.
 */
export function outlineOf(card: ReadCard, language: string, phrases?: CardPhrases): Outline {
  const adaptive = toAdaptiveCard(card, phrases);
  const dated = wordDates(adaptive, language);
  const content = cardContent(dated) ?? (isObject(dated.fallback) ? elementContent(dated.fallback) : undefined);
  const accent = isObject(adaptive.parvis) ? textOf(adaptive.parvis.accentColor) : "";
  return { accent: accent === "" ? undefined : accent, blocks: content ?? [] };
}

function cardContent(card: JsonObject): Content {
  if (hasRequirements(card)) return undefined;
  const body = elementsContent(card.body);
  return body === undefined ? undefined : [...body, ...actionBlocks(card.actions)];
}

function elementsContent(elements: JsonValue | undefined): Content {
  const blocks: Block[] = [];
  for (const element of objectsOf(elements)) {
    const content = elementContent(element);
    if (content === undefined) return undefined;
    if (content.length > 0 && flagOf(element.separator, false) && blocks.length > 0) blocks.push({ kind: "line" });
    blocks.push(...content);
  }
  return blocks;
}

/** Elements, with the rules of the renderer for what it does not know (adaptive/texts.ts has the same). */
function elementContent(element: JsonObject): Content {
  if (!flagOf(element.isVisible, true)) return [];
  const known = hasRequirements(element) ? undefined : knownContent(element);
  if (known !== undefined) return known;
  const { fallback } = element;
  if (typeof fallback === "string") return [];
  return isObject(fallback) ? elementContent(fallback) : undefined;
}

function hasRequirements({ requires }: JsonObject): boolean {
  return isObject(requires) && Object.values(requires).some((version) => /^(?:\*$|\d+.\d+)/.test(textOf(version)));
}

function knownContent(element: JsonObject): Content {
  switch (element.type) {
    case "TextBlock":
      return textBlocks(element);
    case "RichTextBlock":
      return runsBlocks(element.inlines);
    case "CodeBlock":
      return [{ kind: "code", text: textOf(element.codeSnippet) }];
    case "FactSet":
      return factBlocks(element.facts);
    case "Image":
      return pictureBlocks([element], element.size);
    case "ImageSet":
      return pictureBlocks(objectsOf(element.images), element.imageSize ?? "medium");
    case "Media":
      return mediaBlocks(element);
    case "Container":
      return groupBlocks(element, elementsContent(element.items));
    case "Carousel":
      return parts(element.pages, "CarouselPage").flatMap((page) => elementsContent(page.items) ?? []);
    case "ColumnSet":
      return columnBlocks(element);
    case "Table":
      return tableBlocks(element);
    case "ActionSet":
      return actionBlocks(element.actions);
    default:
      return inputBlocks(element);
  }
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

function groupBlocks(element: JsonObject, blocks: Content): Content {
  if (blocks === undefined) return undefined;
  const style = textOf(element.style).toLowerCase();
  const tone = toneOf(style);
  if ((style !== "emphasis" && tone === "default") || blocks.length === 0) return blocks;
  return [{ kind: "group", blocks, tone, emphasis: style === "emphasis" }];
}

/** Parts that only their own kind of holder takes, with or without their type; hidden ones are left out. */
function parts(list: JsonValue | undefined, type: string): JsonObject[] {
  return objectsOf(list).flatMap((part): JsonObject[] => {
    if (!flagOf(part.isVisible, true)) return [];
    const known = part.type === undefined || part.type === type;
    if (known && !hasRequirements(part)) return [part];
    return isObject(part.fallback) ? parts([part.fallback], type) : [];
  });
}

function columnBlocks(element: JsonObject): Content {
  const columns = parts(element.columns, "Column").map((column) => ({
    blocks: groupBlocks(column, elementsContent(column.items)) ?? fallbackOf(column),
    narrow: /^(?:auto|\d+px)?$/i.test(textOf(column.width)),
  }));
  const shown = columns.filter(({ blocks }) => blocks.length > 0);
  const [only] = shown;
  const content =
    shown.length === 1 && only !== undefined ? only.blocks : [{ kind: "columns" as const, columns: shown }];
  return shown.length === 0 ? [] : groupBlocks(element, content);
}

function fallbackOf(holder: JsonObject): readonly Block[] {
  return isObject(holder.fallback) ? (elementContent(holder.fallback) ?? []) : [];
}

/** Cells beyond the declared columns are not shown. */
function tableBlocks(table: JsonObject): Content {
  const columns = objectsOf(table.columns).length;
  const rows = parts(table.rows, "TableRow").map((row) =>
    parts(row.cells, "TableCell")
      .slice(0, columns)
      .map((cell) => elementsContent(cell.items) ?? []),
  );
  const isEmpty = rows.every((row) => row.every((cell) => cell.length === 0));
  return isEmpty
    ? []
    : [{ kind: "table", rows, headed: flagOf(table.firstRowAsHeader ?? table.firstRowAsHeaders, true) }];
}

function linkOf(action: JsonValue | undefined): string | undefined {
  return isObject(action) && action.type === "Action.OpenUrl" ? safeLink(textOf(action.url)) : undefined;
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
