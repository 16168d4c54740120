import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { LanguageProvider } from "../shared/language/language-provider.tsx";
import { ThemeProvider } from "../shared/theme/theme-provider.tsx";
import { TitleAnnouncer } from "./title-announcer.tsx";

/** Everything on the screen. */
export function App({ queryClient, router }: { queryClient: QueryClient; router: AnyRouter }): ReactElement {
  return (
    <LanguageProvider>
      <ThemeProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <TitleAnnouncer />
        </QueryClientProvider>
      </ThemeProvider>
    </LanguageProvider>
  );
}
