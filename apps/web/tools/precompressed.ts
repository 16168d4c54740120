import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

/** Writes `.br` and `.gz` beside each asset, so that the server sends them without compressing anything itself. */
export function precompressed(): Plugin {
  let folder = "";
  return {
    name: "parvis-precompressed",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir, config.build.assetsDir);
    },
    async closeBundle() {
      const files = (await readdir(folder)).filter((name) => /\.(js|css|svg|json)$/.test(name));
      for (const name of files) {
        const bytes = await readFile(join(folder, name));
        // Not worth a second request's worth of headers.
        if (bytes.length < 1_000) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        await Promise.all([
          promisify(brotliCompress)(bytes, { params }).then((data) => writeFile(join(folder, `${name}.br`), data)),
          promisify(gzip)(bytes, { level: 9 }).then((data) => writeFile(join(folder, `${name}.gz`), data)),
        ]);
      }
    },
  };
}
