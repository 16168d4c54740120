import { describe, expect, it } from "vitest";
import { validateFiles } from "../validate.ts";
import { type AppKind, generateApp } from "./generate-app.ts";

describe("a generated app", () => {
  it.each(["connector", "tab", "bot"] as AppKind[])("is a %s with nothing to be said about it", async (kind) => {
    const files = generateApp({
      kind,
      name: "Contoso Pulse",
      developer: "Contoso",
      url: "https://pulse.contoso.com/",
      id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
      website: "https://www.contoso.com",
    });
    for (const target of ["organization", "store"] as const)
      expect((await validateFiles(files, { target })).findings).toEqual([]);
  });
});
