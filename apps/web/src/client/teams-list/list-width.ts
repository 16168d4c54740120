import { createObservable } from "../../shared/observable.ts";
import { remembered, rememberForever } from "../../shared/remembered.ts";

export const leastListWidth = 200;
export const mostListWidth = 480;
const usualListWidth = 280;
const storageKey = "listWidth";

export function clampListWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, leastListWidth), mostListWidth));
}

/** Width of the list of teams, in CSS pixels. */
export const listWidth = createObservable(clampListWidth(Number(remembered(storageKey)) || usualListWidth));

export function setListWidth(width: number): void {
  listWidth.set(width);
  rememberForever(storageKey, String(width));
}
