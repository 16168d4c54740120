/**
 * Remembers where the focus is in an element whose content is about to be replaced.
 * @returns puts it, afterwards, on the button of the same words, else on what is there now as a whole: nobody who works by
 * keyboard is sent back to the beginning of the page by a press.
 */
export function keepFocus(element: HTMLElement): () => void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !element.contains(activeElement)) return () => undefined;
  const words = activeElement.textContent?.trim() ?? "";
  return () => {
    const buttons = [...element.querySelectorAll<HTMLElement>("button:not(:disabled)")];
    const same = words === "" ? undefined : buttons.find((button) => button.textContent?.trim() === words);
    const whole = element.firstElementChild;
    if (same !== undefined) same.focus({ preventScroll: true });
    else if (whole instanceof HTMLElement) {
      whole.tabIndex = -1;
      whole.focus({ preventScroll: true });
    }
  };
}
