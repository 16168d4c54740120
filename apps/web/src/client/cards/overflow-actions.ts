import type { Action } from "adaptivecards";

/** Class of the row that holds the buttons which did not fit. */
export const overflowClass = "parvis-overflow";

/**
 * Shows the buttons that did not fit below those that did, instead of in the renderer's own menu, which stands outside
 * the card and so outside the theme. Pressed again, the button hides them.
 * @param more the button "…".
 * @returns true: the renderer need not show its menu.
 */
export function showOverflowActions(actions: readonly Action[], more?: HTMLElement): boolean {
  const row = more?.parentElement;
  if (more === undefined || row === undefined || row === null) return false;
  const shown = row.parentElement?.querySelector(`:scope > .${overflowClass}`);
  if (shown !== null && shown !== undefined) {
    shown.remove();
    more.setAttribute("aria-expanded", "false");
    return true;
  }
  const others = document.createElement("div");
  others.className = overflowClass;
  for (const action of actions) {
    action.render();
    if (action.renderedElement !== undefined) others.append(action.renderedElement);
  }
  row.after(others);
  more.setAttribute("aria-expanded", "true");
  others.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
  return true;
}
