import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { notify } from "../../shared/feedback/notices.ts";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { ConnectorTrail } from "./connector-trail.tsx";
import { ConnectorView } from "./connector-view.tsx";
import { RegistrationForm } from "./registration-form.tsx";
import { registrationQuery } from "./registration-queries.ts";

const route = getRouteApi("/frame/publisher/connectors/$connectorId");

/** A registered connector: what it gives, and changing it. */
export function ConnectorPage(): ReactElement {
  const t = useText();
  const { connectorId } = route.useParams();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(registrationQuery(connectorId));
  usePageTitle(query.data?.name ?? t("publisher.section.connectors"));
  return (
    <>
      <ConnectorTrail here={query.data?.name ?? ""} />
      <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
        {(registration) =>
          edit === true && registration.mayEdit ? (
            <>
              <PageHeader title={t("publisher.connectors.edit", { name: registration.name })} />
              <RegistrationForm
                key={connectorId}
                registration={registration}
                onSaved={() => {
                  notify({ intent: "success", title: t("publisher.connectors.saved") });
                  void navigate({ search: {}, replace: true });
                }}
                onCancel={() => void navigate({ search: {}, replace: true })}
              />
            </>
          ) : (
            <ConnectorView
              registration={registration}
              onEdit={() => void navigate({ search: { edit: true } })}
              onDeleted={() => void navigate({ to: "/publisher/connectors", replace: true })}
            />
          )
        }
      </QueryView>
    </>
  );
}
