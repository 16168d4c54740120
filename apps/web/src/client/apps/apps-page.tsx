import type { ReactElement } from "react";

export function AppsPage(): ReactElement {
  return <p />;
}
