/** Reads the icons that a manifest names and reports what keeps them from being drawn. */
import type { JsonObject } from "../json/json-value.ts";
import { textAt } from "../json/json-value.ts";
import { nameKey, plainName } from "../package/entry-names.ts";
import { packageLimits } from "../package/limits.ts";
import type { Reporter } from "../reporter.ts";
import * as rules from "../rules/icon/index.ts";
import type { Rule } from "../rules/rule.ts";
import type { Subject } from "../rules/subject.ts";
import type { IconReading } from "./icon-reading.ts";
import { readIcon } from "./read-icon.ts";

interface Slot {
  key: "color" | "outline" | "color32x32";
  side: number;
  rule: Rule;
  kind: { en: string; fr: string };
}

const slots: readonly Slot[] = [
  { key: "color", side: 192, rule: rules.colorSize, kind: { en: "colour", fr: "de couleur" } },
  { key: "outline", side: 32, rule: rules.outlineSize, kind: { en: "outline", fr: "de contour" } },
  { key: "color32x32", side: 32, rule: rules.color32Size, kind: { en: "small colour", fr: "de couleur (petite)" } },
];

/** An icon the manifest does not name is the schema's business, and one behind an open placeholder nobody's yet. */
export async function judgeIcons(
  manifest: JsonObject,
  files: ReadonlyMap<string, Uint8Array>,
  reporter: Reporter,
  isOpen: (pointer: string) => boolean,
): Promise<Subject["icons"]> {
  const read = async (slot: Slot): Promise<IconReading | null> => {
    const pointer = `/icons/${slot.key}`;
    const declared = textAt(manifest, "icons", slot.key);
    if (declared === undefined || declared === "" || isOpen(pointer)) return null;
    const path = plainName(declared);
    const bytes = files.get(path);
    if (bytes === undefined) {
      const values = { kind: slot.kind, path: declared, hint: hint(path, files) };
      reporter.add(rules.missing, { pointer, values, found: declared, target: `icons.${slot.key}` });
      return null;
    }
    const icon = await readIcon(path, bytes);
    reportState(icon, slot, reporter);
    return icon;
  };
  const [color, outline, color32] = await Promise.all(slots.map(read));
  return { color: color ?? null, outline: outline ?? null, color32: color32 ?? null };
}

function reportState(icon: IconReading, { key, side, rule, kind }: Slot, reporter: Reporter): void {
  const size = `${icon.width ?? "?"}x${icon.height ?? "?"}`;
  const values = {
    kind,
    path: icon.path,
    width: icon.width ?? "?",
    height: icon.height ?? "?",
    side,
    detail: icon.detail ?? "",
    size: icon.byteLength,
    limit: packageLimits.icon,
  };
  const hit = { file: icon.path, values, target: `icons.${key}` };
  const expected = `PNG ${side}x${side}`;
  if (icon.state === "not-png") reporter.add(rules.notPng, { ...hit, found: icon.detail ?? "", expected });
  else if (icon.state === "damaged") reporter.add(rules.damagedIcon, { ...hit, found: icon.detail ?? "", expected });
  else if (icon.state === "contradictory") reporter.add(rules.contradictory, { ...hit, found: size, expected });
  else if (icon.state === "too-large")
    reporter.add(rules.tooHeavy, { ...hit, found: `${icon.byteLength}`, expected: `<= ${packageLimits.icon}` });
  else if (icon.width !== side || icon.height !== side)
    reporter.add(rule, { ...hit, found: size, expected: `${side}x${side}` });
}

/** The file that was probably meant: the same name by case, or the same last part in another folder. */
function hint(path: string, files: ReadonlyMap<string, Uint8Array>): { en: string; fr: string } {
  const last = (name: string) => nameKey(name).split("/").at(-1);
  const names = [...files.keys()];
  const near = names.find((n) => nameKey(n) === nameKey(path)) ?? names.find((n) => last(n) === last(path));
  return near === undefined ? { en: "", fr: "" } : { en: ` There is “${near}”.`, fr: ` Il y a « ${near} ».` };
}
