import type { IconKind } from "../engine/icon-picture.ts";

/** Width and height that Teams wants of an icon, in its pixels. */
export const iconSides: Readonly<Record<IconKind, number>> = { color: 192, outline: 32 };

/** Longest side of the place where an icon is drawn enlarged, in CSS pixels. */
export const stageSide = 320;

export interface StageLayout {
  /** CSS pixels for one pixel of the icon. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Side of the frame that the icon ought to fill. */
  readonly frame: number;
}

/**
 * How large an icon and the frame it ought to fill are drawn, so that both fit and are in proportion.
 * @param side the width and height that the icon ought to have.
 */
export function layOut(width: number, height: number, side: number): StageLayout {
  const scale = stageSide / Math.max(width, height, side, 1);
  return { scale, width: width * scale, height: height * scale, frame: side * scale };
}
