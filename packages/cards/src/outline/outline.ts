/** Text in Markdown, as cards write it. */
export interface TextBlock {
  readonly kind: "text";
  readonly markdown: string;
  readonly size: "small" | "default" | "medium" | "large";
  readonly bold: boolean;
  readonly subtle: boolean;
  readonly tone: Tone;
}

/** What a colour means; the sender's own colours are not kept. */
export type Tone = "default" | "accent" | "good" | "warning" | "attention";

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly code: boolean;
  readonly url: string | undefined;
}

export interface Picture {
  readonly url: string;
  /** What it shows, for those who do not see it; empty for decoration. */
  readonly alt: string;
  /** Pixels; undefined as large as it is, up to the width there is. */
  readonly width: number | undefined;
  readonly round: boolean;
  readonly link: string | undefined;
}

/** Text to the letter, in runs of one style each. */
export interface RunsBlock {
  readonly kind: "runs";
  readonly runs: readonly Run[];
}

/** One thing of a card after the other, in the order they are read; without what only a screen that reacts can do. */
export type Block =
  | TextBlock
  | RunsBlock
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: "pictures"; readonly pictures: readonly Picture[] }
  | {
      readonly kind: "columns";
      /** A column of weight 0 is as wide as its content; the others share what is left. */
      readonly columns: readonly { readonly blocks: readonly Block[]; readonly weight: number }[];
    }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Block[])[])[]; readonly headed: boolean }
  | { readonly kind: "group"; readonly blocks: readonly Block[]; readonly tone: Tone; readonly emphasis: boolean }
  | { readonly kind: "line" }
  | { readonly kind: "list"; readonly label: string; readonly items: readonly string[] }
  | { readonly kind: "field"; readonly label: string; readonly value: string }
  | {
      readonly kind: "links";
      readonly links: readonly { readonly title: string; readonly url: string }[];
      /** Buttons that work only where the card is shown. */
      readonly others: readonly string[];
    };

/** A card for readers that cannot press, fill in or unfold anything: mail, chat elsewhere. */
export interface Outline {
  /** `#RRGGBB` or a name, of a MessageCard's `themeColor`. */
  readonly accent: string | undefined;
  readonly blocks: readonly Block[];
}
