import type { JsonObject } from "@parvis/cards";
import {
  AdaptiveCard,
  GlobalRegistry,
  GlobalSettings,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
  Table,
  Versions,
} from "adaptivecards";
import type { PictureAddress } from "./card-place.ts";
import { teamsHostConfig } from "./host-config.ts";
import { markdownToHtml } from "./markdown.ts";
import { mendCard } from "./mend-card.ts";
import { showOverflowActions } from "./overflow-actions.ts";
import { pressPrefix } from "./prepare-card.ts";
import type { PressedButton } from "./press-button.ts";

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

/** What the rendered card tells and asks. */
export interface CardSetting {
  /** Of the reader with its region: dates in cards follow it. */
  readonly language: string;
  /** What screen readers call a field that its sender gave no label. */
  readonly unnamedField: string;
  readonly picture: PictureAddress;
  readonly onPress: (button: PressedButton) => void;
}

/** The button as Parvis knows it; undefined when it is none that sends an answer. */
function pressed(action: SubmitAction): PressedButton | undefined {
  if (action.id?.startsWith(pressPrefix) !== true) return undefined;
  const inputs = Object.entries(action.getReferencedInputs() ?? {}).flatMap(([id, input]): [string, string][] =>
    input.isSet() && input.value !== undefined ? [[id, String(input.value)]] : [],
  );
  return { at: action.id.slice(pressPrefix.length), title: action.title ?? "", inputs: Object.fromEntries(inputs) };
}

/**
 * A card as a document fragment of its own.
 * @throws whatever the renderer throws at cards it does not understand.
 */
export function renderCard(card: JsonObject, setting: CardSetting): HTMLElement | undefined {
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = hostConfig;
  adaptive.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && action.url) window.open(action.url, "_blank", "noopener,noreferrer");
    const button = action instanceof SubmitAction ? pressed(action) : undefined;
    if (button !== undefined) setting.onPress(button);
  };
  adaptive.onDisplayOverflowActionMenu = showOverflowActions;
  // A card of a newer version than the renderer knows is still shown, as far as it is understood.
  adaptive.parse({ lang: setting.language, ...card, version: `${Versions.latest.major}.${Versions.latest.minor}` });
  const element = adaptive.render();
  if (element !== undefined) mendCard(element, setting);
  return element;
}
