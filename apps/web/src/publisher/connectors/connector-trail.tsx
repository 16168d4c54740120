import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { Trail } from "../../shared/layout/trail.tsx";

/** Where a connector's page is, and the way up. */
export function ConnectorTrail({ here }: { here: string }): ReactElement {
  const t = useText();
  return (
    <Trail
      label={t("publisher.connectors.trail")}
      above={[
        <TextLink key="connectors" to="/publisher/connectors">
          {t("publisher.section.connectors")}
        </TextLink>,
      ]}
      here={here}
    />
  );
}
