import type { JsonObject } from "@parvis/cards";
import {
  AdaptiveCard,
  GlobalRegistry,
  GlobalSettings,
  HostConfig,
  OpenUrlAction,
  Table,
  Versions,
} from "adaptivecards";
import { teamsHostConfig } from "./host-config.ts";
import { markdownToHtml } from "./markdown.ts";
import { mendCard } from "./mend-card.ts";
import { showOverflowActions } from "./overflow-actions.ts";

// Registers itself only where a bundler keeps modules for their effects, which the package says is not needed.
GlobalRegistry.defaultElements.register("Table", Table, Versions.v1_5);
// More buttons than fit go into a menu instead of vanishing.
GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
// A card is no control: only what is in it takes the focus.
GlobalSettings.setTabIndexAtCardRoot = false;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

const hostConfig = new HostConfig(teamsHostConfig);

/**
 * A card as a document fragment of its own.
 * @param language of the reader with its region: dates in cards follow it.
 * @param unnamedField what screen readers call a field that its sender gave no label.
 * @throws whatever the renderer throws at cards it does not understand.
 */
export function renderCard(card: JsonObject, language: string, unnamedField: string): HTMLElement | undefined {
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = hostConfig;
  adaptive.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && action.url) window.open(action.url, "_blank", "noopener,noreferrer");
  };
  adaptive.onDisplayOverflowActionMenu = showOverflowActions;
  // A card of a newer version than the renderer knows is still shown, as far as it is understood.
  adaptive.parse({ lang: language, ...card, version: `${Versions.latest.major}.${Versions.latest.minor}` });
  const element = adaptive.render();
  if (element !== undefined) mendCard(element, unnamedField);
  return element;
}
