import { brokenImageClass } from "./card-styles.ts";

/**
 * What the renderer's output lacks for screen readers and for pictures that do not come.
 */
export function mendCard(card: HTMLElement): void {
  card.setAttribute("role", "group");
  // A picture that does not come leaves its words behind. Before the renderer's own handler, which leaves nothing.
  card.addEventListener("error", replaceBroken, { capture: true });
  for (const image of card.querySelectorAll("img")) {
    if (!image.hasAttribute("alt")) image.alt = "";
    image.decoding = "async";
    image.referrerPolicy = "no-referrer";
  }
}

function replaceBroken(event: Event): void {
  const image = event.target;
  if (!(image instanceof HTMLImageElement)) return;
  event.stopPropagation();
  const words = document.createElement("span");
  words.className = brokenImageClass;
  words.textContent = image.alt;
  if (image.alt === "") words.hidden = true;
  image.replaceWith(words);
}
