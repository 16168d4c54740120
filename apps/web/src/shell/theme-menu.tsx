import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { useObservable } from "../shared/observable.ts";
import { setTheme, themeState } from "../shared/theme/theme-store.ts";

export function ThemeMenu({ button }: { button: ReactElement }): ReactElement {
  const t = useText();
  const { choice } = useObservable(themeState);
  const choices = [
    ["system", t("shell.theme.system")],
    ["light", t("shell.theme.light")],
    ["dark", t("shell.theme.dark")],
    ["contrast", t("shell.theme.contrast")],
  ] as const;
  return (
    <Menu defaultOpen checkedValues={{ theme: [choice] }}>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(([value, label]) => (
            <MenuItemRadio key={value} name="theme" value={value} onClick={() => setTheme(value)}>
              {label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
