import type { ReactElement } from "react";

export function AppPage(): ReactElement {
  return <p />;
}
