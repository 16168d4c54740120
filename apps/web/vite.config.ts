import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compiledMessages } from "./tools/compiled-messages.ts";
import { precompressed } from "./tools/precompressed.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  plugins: [react(), compiledMessages(), precompressed()],
  resolve: {
    // Messages are parsed while building (compiled-messages.ts), so the parser need not travel to the browser.
    alias: { "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js" },
  },
  build: {
    target: "es2023",
    // Warnings of size come from the budgets, which know what a route loads.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: path("index.html"), embed: path("embed.html") },
    },
  },
  worker: { format: "es" },
  server: {
    proxy: { "/api": "http://localhost:4700", "/embed": "http://localhost:4700" },
  },
});
