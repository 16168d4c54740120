import { tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

/** The gate that a parvis lies before. */
export function ProductMark({ size = 28 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Parvis" style={{ flexShrink: 0 }}>
      <rect width="32" height="32" rx="7" fill={tokens.colorBrandBackground} />
      <path d="M8 26V14a8 8 0 0 1 16 0v12h-4V14a4 4 0 0 0-8 0v12z" fill={tokens.colorNeutralForegroundOnBrand} />
    </svg>
  );
}
