import type { ReactElement } from "react";

export function SetupPage(): ReactElement {
  return <p />;
}
