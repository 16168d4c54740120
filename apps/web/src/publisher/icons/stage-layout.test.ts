import { describe, expect, it } from "vitest";
import { layOut } from "./stage-layout.ts";

describe("drawing an icon against the frame it ought to fill", () => {
  it("fills the frame when its size is right", () => {
    expect(layOut(32, 32, 32)).toEqual({ scale: 10, width: 320, height: 320, frame: 320 });
  });

  it("stays in proportion when it is too small, too large or no square", () => {
    expect(layOut(96, 96, 192)).toMatchObject({ width: 160, height: 160, frame: 320 });
    expect(layOut(64, 32, 32)).toMatchObject({ width: 320, height: 160, frame: 160 });
  });

  it("does without an icon of no size", () => {
    expect(layOut(0, 0, 32)).toMatchObject({ width: 0, height: 0, frame: 320 });
  });
});
