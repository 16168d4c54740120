import type { PictureAddress } from "./card-place.ts";
import { brokenImageClass } from "./card-styles.ts";
import { pictureData } from "./markdown.ts";

interface Mending {
  /** The name of a field that its sender gave no label. */
  readonly unnamedField: string;
  readonly picture: PictureAddress;
}

/** What the renderer's output lacks for screen readers, and for pictures in texts, and for those that do not come. */
export function mendCard(card: HTMLElement, mending: Mending): void {
  card.setAttribute("role", "group");
  // A picture that does not come leaves its words behind. Before the renderer's own handler, which leaves nothing.
  card.addEventListener("error", replaceBroken, { capture: true });
  const mend = () => mendParts(card, mending);
  mend();
  // The renderer adds parts when they are opened, and names them anew when something is filled in.
  const changes = { childList: true, subtree: true, attributes: true, attributeFilter: ["role", "aria-label"] };
  new MutationObserver(mend).observe(card, changes);
}

function mendParts(card: HTMLElement, { unnamedField, picture }: Mending): void {
  for (const image of card.querySelectorAll("img")) mendImage(image, picture);
  for (const field of card.querySelectorAll<Field>("input, select, textarea")) mendField(field, unnamedField);
  for (const element of card.querySelectorAll<HTMLElement>(".ac-selectable")) mendSelectable(element);
  // A landmark of the whole page, says the role that the renderer gives to pictures of films.
  for (const poster of card.querySelectorAll("[role=contentinfo]")) poster.setAttribute("role", "group");
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function mendImage(image: HTMLImageElement, picture: PictureAddress): void {
  const { [pictureData]: address } = image.dataset;
  if (address !== undefined && !image.hasAttribute("src")) image.src = picture(address);
  if (!image.hasAttribute("alt")) image.alt = "";
  image.decoding = "async";
  image.referrerPolicy = "no-referrer";
}

function mendField(field: Field, unnamedField: string): void {
  if (field.labels?.length || field.hasAttribute("aria-label") || field.hasAttribute("aria-labelledby")) return;
  const placeholder = "placeholder" in field ? field.placeholder : "";
  field.setAttribute("aria-label", placeholder || unnamedField);
}

/** What can be pressed is named by what it says; the renderer names it by its action, and sets any role it is told. */
function mendSelectable(element: HTMLElement): void {
  if (element.matches("button") && element.getAttribute("role") !== "button") element.setAttribute("role", "button");
  const label = element.getAttribute("aria-label");
  const words = element.textContent?.trim() ?? "";
  if (label !== null && words !== "" && !label.includes(words)) element.removeAttribute("aria-label");
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
