import { CheckmarkCircleRegular, LinkDismissRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api, read } from "../shared/api/client.ts";
import { hasCode } from "../shared/api/problem.ts";
import { QueryView } from "../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../shared/feedback/state-panel.tsx";
import { useText } from "../shared/language/text.ts";
import { usePageTitle } from "../shared/layout/page-title.ts";
import { ButtonLink } from "../shared/layout/text-link.tsx";
import { PublicPage } from "../shell/public-page.tsx";
import { SetupForm } from "./setup-form.tsx";
import { useSetup } from "./use-setup.ts";

const route = getRouteApi("/setup");

/** The first start: names the organisation and makes its first administrator. */
export function SetupPage(): ReactElement {
  const t = useText();
  const { token } = route.useSearch();
  const query = useQuery({
    queryKey: ["setup", token],
    queryFn: async () => await read(api.setup.$get({ query: token === undefined ? {} : { token } })),
  });
  const setup = useSetup(token ?? "");
  usePageTitle(t("setup.title"));
  return (
    <PublicPage title={t("setup.title")}>
      <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
        {({ needed, linkValid }) => {
          if (!needed || hasCode(setup.error, "setup/already-done")) return <AlreadyDone />;
          if (!linkValid || hasCode(setup.error, "setup/link-invalid")) return <LinkInvalid />;
          return <SetupForm pending={setup.isPending} error={setup.error} onSubmit={setup.mutate} />;
        }}
      </QueryView>
    </PublicPage>
  );
}

function AlreadyDone(): ReactElement {
  const t = useText();
  return (
    <StatePanel
      icon={<CheckmarkCircleRegular />}
      title={t("setup.done.title")}
      actions={
        <ButtonLink to="/sign-in" appearance="primary">
          {t("setup.done.signIn")}
        </ButtonLink>
      }
    >
      {t("setup.done.text")}
    </StatePanel>
  );
}

function LinkInvalid(): ReactElement {
  const t = useText();
  return (
    <StatePanel icon={<LinkDismissRegular />} title={t("setup.link.title")}>
      {t("setup.link.text")}
    </StatePanel>
  );
}
