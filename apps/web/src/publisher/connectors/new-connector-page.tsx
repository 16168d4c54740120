import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ConnectorTrail } from "./connector-trail.tsx";
import { RegistrationForm } from "./registration-form.tsx";

const route = getRouteApi("/frame/publisher/connectors/new");

/** Registering a connector. */
export function NewConnectorPage(): ReactElement {
  const t = useText();
  const navigate = route.useNavigate();
  usePageTitle(t("publisher.connectors.new"));
  return (
    <>
      <ConnectorTrail here={t("publisher.connectors.new")} />
      <PageHeader title={t("publisher.connectors.new")} subtitle={t("publisher.connectors.new.subtitle")} />
      <RegistrationForm
        registration={undefined}
        onSaved={(connectorId) =>
          void navigate({
            to: "/publisher/connectors/$connectorId",
            params: { connectorId },
            search: {},
            replace: true,
          })
        }
        onCancel={() => void navigate({ to: "/publisher/connectors" })}
      />
    </>
  );
}
