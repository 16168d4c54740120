import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

function places(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.select:
      case TYPE.plural:
        return [element.value, ...Object.values(element.options).flatMap((option) => places(option.value))];
      case TYPE.tag:
        return [element.value, ...places(element.children)];
      default:
        return [element.value];
    }
  });
}

/** Names of the values that a message has places for, each once, in order of the alphabet. */
export function placesOf(message: string): string[] {
  return [...new Set(places(parse(message)))].sort();
}
