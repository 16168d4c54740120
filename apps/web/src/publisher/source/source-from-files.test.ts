import { describe, expect, it } from "vitest";
import { sourceFrom } from "./source-from-files.ts";

const blob = new Blob();
const chosen = (...paths: string[]) => paths.map((path) => ({ path, blob }));

describe("what was chosen", () => {
  it("is a manifest by its name, and a package otherwise", () => {
    expect(sourceFrom(chosen("manifest.dev.JSON"))).toMatchObject({ kind: "manifest", name: "manifest.dev.JSON" });
    expect(sourceFrom(chosen("todo.zip"))).toMatchObject({ kind: "package" });
    expect(sourceFrom(chosen("notes.txt"))).toMatchObject({ kind: "package" });
  });

  it("is the package itself when its files are chosen together, and nothing clear otherwise", () => {
    expect(sourceFrom(chosen("color.png", "manifest.json"))).toMatchObject({ kind: "folder" });
    expect(sourceFrom(chosen("a.zip", "b.zip"))).toBe("several");
    expect(sourceFrom([])).toBe("nothing");
  });

  it("is the part of a folder that has the manifest", () => {
    const source = sourceFrom(chosen("app/README.md", "app/appPackage/manifest.json", "app/appPackage/c.png"), "app");
    expect(source).toMatchObject({ kind: "folder", name: "app/appPackage" });
    expect(typeof source === "object" && source.files.map(({ path }) => path)).toEqual(["manifest.json", "c.png"]);
  });

  it("is the whole folder when that is not clear", () => {
    const source = sourceFrom(chosen("app/a/manifest.json", "app/b/manifest.json"), "app");
    expect(source).toMatchObject({ kind: "folder", name: "app" });
    expect(typeof source === "object" && source.files).toHaveLength(2);
  });
});
