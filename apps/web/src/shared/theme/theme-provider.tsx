import {
  FluentProvider,
  makeStyles,
  type Theme,
  teamsDarkTheme,
  teamsLightTheme,
  tokens,
} from "@fluentui/react-components";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import { directionOf } from "../language/direction.ts";
import { languageState } from "../language/language-store.ts";
import { useObservable } from "../observable.ts";
import { patiently } from "../patient-import.ts";
import { type ThemeName, themeState } from "./theme-store.ts";

/** Few choose high contrast; it is loaded for them, and the dark one is nearest until it is there. */
const loadContrast = patiently(async () => (await import("./contrast-theme.ts")).contrastTheme);

function useTheme(name: ThemeName): Theme {
  const [contrast, setContrast] = useState<Theme>();
  useEffect(() => {
    if (name === "contrast") void loadContrast().then(setContrast);
  }, [name]);
  if (name === "light") return teamsLightTheme;
  return name === "contrast" ? (contrast ?? teamsDarkTheme) : teamsDarkTheme;
}

const useStyles = makeStyles({
  // Not on the provider itself: what stands there is put on dialogs and menus too.
  page: { height: "100dvh", overflow: "auto", backgroundColor: tokens.colorNeutralBackground3 },
});

/** Gives the screen its colours and its direction of writing. */
export function ThemeProvider({ children }: { children: ReactNode }): ReactElement {
  const styles = useStyles();
  const { name } = useObservable(themeState);
  const theme = useTheme(name);
  const direction = directionOf(useObservable(languageState).language);
  useEffect(() => {
    // Scroll bars and form controls of the browser follow.
    document.documentElement.style.colorScheme = name === "light" ? "light" : "dark";
    document.documentElement.dir = direction;
  }, [name, direction]);
  return (
    <FluentProvider theme={theme} dir={direction}>
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  );
}
