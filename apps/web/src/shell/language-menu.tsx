import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { type Language, languageState, languages, setLanguage } from "../shared/language/language-store.ts";
import { useObservable } from "../shared/observable.ts";

/** Each in its own language, so that it is found by whoever reads it. */
const names: Record<Language, string> = { en: "English", fr: "Français" };

export function LanguageMenu({ button }: { button: ReactElement }): ReactElement {
  const { language } = useObservable(languageState);
  const queryClient = useQueryClient();
  const choose = async (next: Language) => {
    await setLanguage(next);
    // Some of what the server says is worded there.
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  };
  return (
    <Menu defaultOpen checkedValues={{ language: [language] }}>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          {languages.map((one) => (
            <MenuItemRadio key={one} name="language" value={one} lang={one} onClick={() => void choose(one)}>
              {names[one]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
