import { LinkDismissRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { PublicPage } from "../../shell/public-page.tsx";
import { useLive } from "../../shell/use-live.ts";
import { ConnectForm } from "./connect-form.tsx";
import { askedQuery } from "./connect-queries.ts";
import { type ConnectRequest, readConnectRequest } from "./connect-request.ts";

const route = getRouteApi("/connect");

/** A site asks to post to a channel: which one, and whether it may. */
export function ConnectPage(): ReactElement {
  const t = useText();
  const { request: packed } = route.useSearch();
  const { session } = route.useRouteContext();
  const request = useMemo(() => readConnectRequest(packed), [packed]);
  useLive(session.person.id);
  usePageTitle(t("client.connect.title"));
  if (request !== undefined) return <Asked request={request} />;
  return (
    <PublicPage title={t("client.connect.title")}>
      <StatePanel icon={<LinkDismissRegular />} title={t("client.connect.missing")}>
        {t("client.connect.missingHow")}
      </StatePanel>
    </PublicPage>
  );
}

function Asked({ request }: { request: ConnectRequest }): ReactElement {
  const t = useText();
  const { session } = route.useRouteContext();
  const query = useQuery(askedQuery(request));
  const connector = query.data?.connector.name;
  return (
    <PublicPage
      title={connector === undefined ? t("client.connect.title") : t("client.connect.titleOf", { connector })}
    >
      <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
        {(asked) => <ConnectForm asked={asked} request={request} person={session.person} />}
      </QueryView>
    </PublicPage>
  );
}
