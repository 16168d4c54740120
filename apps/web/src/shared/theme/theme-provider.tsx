import {
  FluentProvider,
  makeStyles,
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from "@fluentui/react-components";
import { type ReactElement, type ReactNode, useEffect } from "react";
import { directionOf } from "../language/direction.ts";
import { languageState } from "../language/language-store.ts";
import { useObservable } from "../observable.ts";
import { type ThemeName, themeState } from "./theme-store.ts";

const themes: Record<ThemeName, Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

const useStyles = makeStyles({
  // Not on the provider itself: what stands there is put on dialogs and menus too.
  page: { height: "100dvh", overflow: "auto", backgroundColor: tokens.colorNeutralBackground3 },
});

/** Gives the screen its colours and its direction of writing. */
export function ThemeProvider({ children }: { children: ReactNode }): ReactElement {
  const styles = useStyles();
  const { name } = useObservable(themeState);
  const direction = directionOf(useObservable(languageState).language);
  useEffect(() => {
    // Scroll bars and form controls of the browser follow.
    document.documentElement.style.colorScheme = name === "light" ? "light" : "dark";
    document.documentElement.dir = direction;
  }, [name, direction]);
  return (
    <FluentProvider theme={themes[name]} dir={direction}>
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  );
}
