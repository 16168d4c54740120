import type { AppPage } from "./app-page.ts";
import type { Stage } from "./host-page.ts";
import type { FirstSdk, SecondSdk } from "./sdk-surface.ts";

/** What tests find inside the windows they drive. */
declare global {
  /** In the host's window (host-page.ts). */
  var stage: Stage;
  /** In the app's frame (app-page.ts). */
  var page: AppPage;
  /** In the app's frame: the SDK itself. */
  var sdk: FirstSdk & SecondSdk;
}
