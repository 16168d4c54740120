import { useText } from "../../shared/language/text.ts";

/** Where an app can be used, in words; a word that is new stays as it is. */
export function useScopeText(): (scope: string) => string {
  const t = useText();
  const words: Readonly<Record<string, string>> = {
    personal: t("publisher.scope.personal"),
    team: t("publisher.scope.team"),
    groupChat: t("publisher.scope.groupChat"),
    groupchat: t("publisher.scope.groupChat"),
  };
  return (scope) => (Object.hasOwn(words, scope) ? (words[scope] ?? scope) : scope);
}
