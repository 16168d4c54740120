import { describe, expect, it } from "vitest";
import { fileNameOf, newDraft } from "./new-draft.ts";
import { savedText } from "./saved-texts.ts";

describe("a draft", () => {
  it("has lines as the editor counts them, and remembers what is in its file", () => {
    const draft = newDraft({ text: "{\r\n}", name: "manifest.json", files: [] }, true);
    expect(draft.text).toBe("{\n}");
    expect(savedText(draft.id)).toBe("{\n}");
    expect(savedText(newDraft({ text: "{}", name: "x", files: [] }, false).id)).toBe("");
  });

  it("is saved under the name of its app", () => {
    expect(fileNameOf("Contoso Pulse")).toBe("contoso-pulse");
    expect(fileNameOf("Équipe & Cie / été")).toBe("equipe-cie-ete");
    expect(fileNameOf("日本")).toBe("app");
    expect(fileNameOf(null)).toBe("app");
  });
});
