import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { lazy, type ReactElement, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useText } from "../shared/language/text.ts";
import { patiently } from "../shared/patient-import.ts";

const load = async () => ({ default: (await import("./search-box.tsx")).SearchBox });
const SearchBox = lazy(patiently(load));

const useStyles = makeStyles({
  button: {
    width: "100%",
    minWidth: 0,
    justifyContent: "start",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: "hidden",
    whiteSpace: "nowrap",
  },
});

/** Where one searches: a button that becomes the search box when it is used, or Ctrl+E is pressed. */
export function HeaderSearch(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [searching, setSearching] = useState(false);
  const returnTo = useRef<Element | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  const begin = useCallback(() => {
    returnTo.current = document.activeElement;
    setSearching(true);
  }, []);
  const end = useCallback((giveFocusBack: boolean) => {
    setSearching(false);
    const before = returnTo.current;
    // After the box is gone; what was focused before may be gone too.
    if (giveFocusBack) {
      requestAnimationFrame(() =>
        (before instanceof HTMLElement && before.isConnected && before !== document.body
          ? before
          : button.current
        )?.focus(),
      );
    }
  }, []);

  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "e" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      begin();
    };
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, [begin]);

  const still = (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        button.current = element;
      }}
      className={styles.button}
      icon={<SearchRegular />}
      aria-label={t("shell.search.label")}
      aria-keyshortcuts="Control+E"
      onClick={begin}
      onPointerEnter={() => void load().catch(() => undefined)}
    >
      {t("shell.search.placeholder")}
    </Button>
  );
  return searching ? (
    <Suspense fallback={still}>
      <SearchBox onEnd={end} />
    </Suspense>
  ) : (
    still
  );
}
