import type { Rule } from "../rule.ts";

export const pathStyle: Rule = {
  id: "icon/path-style",
  severity: "warning",
  title: { en: "Icon paths are plain", fr: "Les chemins des icônes sont simples" },
  message: {
    en: "icons.{key} is written “{found}”; the file is “{plain}”.",
    fr: "icons.{key} s'écrit « {found} » ; le fichier est « {plain} ».",
  },
  why: {
    en: "Readers look the name up as it stands: ./ and backslashes find nothing in a zip.",
    fr: "Les lecteurs cherchent le nom tel quel : ./ et barres inverses ne trouvent rien dans un zip.",
  },
  fix: {
    en: "Write “{plain}”, or run `parvis validate --fix`.",
    fr: "Écrivez « {plain} », ou lancez `parvis validate --fix`.",
  },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: { manifest: { icons: { color: "./color.png" } } },
  *check({ manifest, icons }) {
    const written = manifest.icons;
    for (const [key, icon] of [
      ["color", icons.color],
      ["outline", icons.outline],
      ["color32x32", icons.color32],
    ] as const) {
      const found =
        typeof written === "object" && written !== null && !Array.isArray(written) ? written[key] : undefined;
      if (icon !== null && typeof found === "string" && found !== icon.path)
        yield { pointer: `/icons/${key}`, values: { key, found, plain: icon.path }, found, expected: icon.path };
    }
  },
};
