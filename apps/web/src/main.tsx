import { createRoot } from "react-dom/client";
import { createAppRouter } from "./router.ts";
import { createQueryClient } from "./shared/api/query-client.ts";
import { addCatalogue } from "./shared/language/language-store.ts";
import { sharedMessages } from "./shared/locales/index.ts";
import { App } from "./shell/app.tsx";
import { endSession } from "./shell/session-end.ts";

const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname !== "/sign-in" && pathname !== "/setup") void endSession(queryClient, router, href);
});
const router = createAppRouter(queryClient);
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

await addCatalogue(sharedMessages);
createRoot(root).render(<App queryClient={queryClient} router={router} />);
