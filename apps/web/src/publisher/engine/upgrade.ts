import { type Finding, type Language, type UpgradeNote, upgradeManifest, validateManifestText } from "@parvis/manifest";
import { keepLayout } from "./keep-layout.ts";

export interface UpgradeInput {
  readonly text: string;
  readonly language: Language;
}

export interface UpgradeLine {
  readonly version: string;
  readonly pointer: string;
  readonly words: string;
}

export interface Upgraded {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly changes: readonly UpgradeLine[];
  readonly decisions: readonly UpgradeLine[];
  /** How much the newer schema still refuses. */
  readonly open: number;
}

/** A manifest as one of the newest version, laid out as its author does; a finding when it cannot be read. */
export async function upgrade({ text, language }: UpgradeInput): Promise<Upgraded | { readonly unreadable: Finding }> {
  const { manifest, findings } = await validateManifestText(text, { language });
  const [fault] = findings;
  if (manifest === null && fault !== undefined) return { unreadable: fault };
  const result = await upgradeManifest(manifest ?? {});
  const indent = indentOf(text);
  const spoken = (notes: readonly UpgradeNote[]) =>
    notes.map(({ version, pointer, message }) => ({ version, pointer, words: message[language] }));
  return {
    from: result.from,
    to: result.to,
    text: keepLayout(text, result.manifest, indent) ?? `${JSON.stringify(result.manifest, null, indent)}\n`,
    changes: spoken(result.changes),
    decisions: spoken(result.decisions),
    open: result.open,
  };
}

/** A tab, or as many spaces as the first indented line has. */
function indentOf(text: string): string | number {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
  return indent.startsWith("\t") ? "\t" : Math.min(indent.length, 8);
}
