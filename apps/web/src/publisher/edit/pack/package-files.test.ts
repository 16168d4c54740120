import { describe, expect, it } from "vitest";
import { packageOf, withFiles } from "./package-files.ts";

const file = (path: string, content = path) => ({ path, blob: new Blob([content]) });
const draft = { id: "1", name: "Pulse", text: "old", files: [file("color.png")] };

describe("a draft as a package", () => {
  it("has the text as it is written now, and the other files", async () => {
    const { files, kind } = packageOf({ ...draft, files: [...draft.files, file("manifest.json")] }, "{}");
    expect(kind).toBe("folder");
    expect(files.map(({ path }) => path)).toEqual(["manifest.json", "color.png"]);
    expect(await files[0]?.blob.text()).toBe("{}");
  });

  it("takes a file in place of one with the same path", async () => {
    const next = withFiles(draft.files, [file("color.png", "new"), file("b.png"), file("manifest.json")]);
    expect(next.map(({ path }) => path)).toEqual(["b.png", "color.png"]);
    expect(await next[1]?.blob.text()).toBe("new");
  });
});
