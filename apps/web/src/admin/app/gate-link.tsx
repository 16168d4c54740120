import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { Gate } from "./access-queries.ts";

/** To where the setting that a gate asks is changed; nothing where that is on the page already. */
export function GateLink({ gate, appId }: { gate: Gate; appId: string }): ReactElement | null {
  const t = useText();
  switch (gate.gate) {
    case "organisation-setting":
      return (
        <span>
          <TextLink to="/admin/settings">{t("admin.app.access.toSettings")}</TextLink>
        </span>
      );
    case "availability":
      return (
        <span>
          <TextLink to="/admin/apps/$appId" params={{ appId }} search={{ tab: "availability" }}>
            {t("admin.app.access.toAvailability")}
          </TextLink>
        </span>
      );
    case "permission-policy":
      return gate.policy === null ? null : (
        <span>
          <TextLink to="/admin/policies/$kind/$policyId" params={{ kind: "permission", policyId: gate.policy.id }}>
            {t("admin.app.access.toPolicy", { policy: gate.policy.name })}
          </TextLink>
        </span>
      );
    default:
      return null;
  }
}
