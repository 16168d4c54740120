import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const library = "@fluentui/react-icons";
const imports = /import\s*\{([^}]*)\}\s*from\s*["']@fluentui\/react-icons["'];?/g;
const families = join(dirname(fileURLToPath(import.meta.resolve(library))), "atoms/svg");

/** `ArrowSort20Regular` stands in `arrow-sort`; undefined for what is no icon. */
function familyOf(name: string): string | undefined {
  const family = /^(\w+?)\d*(?:Regular|Filled|Light|Color)$/.exec(name)?.[1];
  if (family === undefined) return undefined;
  const file = family
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
  return existsSync(join(families, `${file}.js`)) ? file : undefined;
}

/**
 * Takes each icon from its own file of the library. Its index collects hundreds in a file, and a file goes to one chunk
 * as a whole: the first load of every page brought the icons of all others along.
 */
export function splitIcons(): Plugin {
  return {
    name: "parvis-split-icons",
    enforce: "pre",
    apply: "build",
    transform: {
      filter: { code: library },
      handler: (code) =>
        code.replace(imports, (_, names: string) =>
          names
            .split(",")
            .map((each) => each.trim())
            .filter((each) => each !== "")
            .map((each) => {
              const file = familyOf(each.split(/\s+as\s+/)[0] ?? "");
              return `import { ${each} } from "${library}${file === undefined ? "" : `/svg/${file}`}";`;
            })
            .join(" "),
        ),
    },
  };
}
