import { DarkThemeRegular, LocalLanguageRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { LazyMenu, menuSource } from "../shared/layout/lazy-menu.tsx";

const languageMenu = menuSource(async () => (await import("./language-menu.tsx")).LanguageMenu);
const themeMenu = menuSource(async () => (await import("./theme-menu.tsx")).ThemeMenu);

/** How the screen speaks and looks; within reach everywhere, signed in or not. */
export function ScreenMenus(): ReactElement {
  const t = useText();
  return (
    <>
      <LazyMenu
        menu={languageMenu}
        menuProps={{}}
        appearance="subtle"
        icon={<LocalLanguageRegular />}
        aria-label={t("shell.language.label")}
        title={t("shell.language.label")}
      />
      <LazyMenu
        menu={themeMenu}
        menuProps={{}}
        appearance="subtle"
        icon={<DarkThemeRegular />}
        aria-label={t("shell.theme.label")}
        title={t("shell.theme.label")}
      />
    </>
  );
}
