import { type ReactElement, type ReactNode, useEffect, useMemo } from "react";
import { IntlProvider } from "react-intl";
import { useObservable } from "../observable.ts";
import { currentRegion, languageState } from "./language-store.ts";

/** Gives the screen its language. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactElement {
  const { language, messages } = useObservable(languageState);
  const owned = useMemo(() => ({ ...messages }) as Record<string, string>, [messages]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={currentRegion(language)} messages={owned} onError={ignoreMessageError}>
      {children}
    </IntlProvider>
  );
}

/** A missing message fails the check (tools/check-messages.ts); on a screen its id is shown, which is enough to find it. */
function ignoreMessageError(): void {}
