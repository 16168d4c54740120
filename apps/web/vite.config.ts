import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compiledMessages } from "./tools/compiled-messages.ts";
import { precompressed } from "./tools/precompressed.ts";
import { splitIcons } from "./tools/split-icons.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The document that hosts embedded pages is small, and stays so: what it is made of joins no chunk of the client. */
const notEmbedded = (id: string) =>
  !/[\\/](packages[\\/]host[\\/]|client[\\/]embed[\\/]|shared[\\/]new-guid)/.test(id) && !id.endsWith(".html");

export default defineConfig({
  plugins: [splitIcons(), react(), compiledMessages(), precompressed()],
  resolve: {
    // Messages are parsed while building (compiled-messages.ts), so the parser need not travel to the browser.
    alias: {
      "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js",
      // Parts of markdown-it that a browser brings itself, or that cards do not use: half its size.
      entities: path("src/client/cards/markdown-parts/entities.ts"),
      "linkify-it": path("src/client/cards/markdown-parts/linkify-it.ts"),
      "uc.micro": path("src/client/cards/markdown-parts/uc-micro.ts"),
      "punycode.js": path("src/client/cards/markdown-parts/punycode.ts"),
    },
  },
  build: {
    target: "es2023",
    // Which file needs which: tools/check-sizes.ts adds up what a route loads.
    manifest: true,
    modulePreload: { polyfill: false },
    // Warnings of size come from the budgets, which know what a route loads.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: path("index.html"), embed: path("embed.html") },
      output: {
        // Chunks are named after all that share them, which says too much.
        chunkFileNames: ({ name }) => `assets/${name.split("~")[0]}-[hash].js`,
        // One file for all that the same pages share. Not merged further (entriesAwareMergeThreshold): merging even the
        // small ones brought menus and dialogs along to pages that show none, 100 kB to the admin centre alone.
        codeSplitting: {
          groups: [
            { name: "frame", tags: ["$initial"], test: notEmbedded, priority: 2 },
            {
              name: "part",
              test: notEmbedded,
              minShareCount: 2,
              entriesAware: true,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  server: {
    proxy: { "/api": "http://localhost:4700", "/embed": "http://localhost:4700" },
  },
});
