import type { ReactElement } from "react";

export function TeamPage(): ReactElement {
  return <p />;
}
