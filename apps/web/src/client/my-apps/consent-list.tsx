import { Button, Text } from "@fluentui/react-components";
import { HandshakeRegular } from "@fluentui/react-icons";
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { api, done, read } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { useSession } from "../../shared/session.ts";
import { useMyAppsListStyles } from "./my-apps-list.ts";

const consentsQuery = infiniteQueryOptions({
  queryKey: ["my-apps", "consents"],
  queryFn: async ({ pageParam }) =>
    await read(api.me.consents.$get({ query: pageParam === null ? {} : { cursor: pageParam } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

type Consent = Awaited<ReturnType<NonNullable<typeof consentsQuery.queryFn>>>["items"][number];

/** What one has agreed to, for whom, and the way to take it back. */
export function ConsentList(): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(consentsQuery);
  const [asked, setAsked] = useState<Consent>();
  const consents = query.data?.pages.flatMap((page) => page.items);
  if (consents === undefined) {
    return query.error === null ? (
      <Delayed>
        <RowSkeletons />
      </Delayed>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (consents.length === 0) {
    return (
      <StatePanel icon={<HandshakeRegular />} title={t("client.apps.consents.none")}>
        {t("client.apps.consents.noneHow")}
      </StatePanel>
    );
  }
  return (
    <>
      <ul className={list.list}>
        {consents.map((consent) => (
          <ConsentRow key={consent.id} consent={consent} onWithdraw={() => setAsked(consent)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("client.apps.more")}
        </Button>
      )}
      {asked && (
        <ConfirmDialog
          open
          title={t("client.apps.consents.withdrawTitle", { app: asked.app?.displayName ?? "" })}
          action={t("client.apps.consents.withdraw")}
          doing={t("client.apps.consents.withdrawing")}
          act={async () => await done(api.consents[":consentId"].$delete({ param: { consentId: asked.id } }))}
          onDone={() => {
            void queryClient.invalidateQueries({ queryKey: ["my-apps"] });
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        >
          <Text>{t("client.apps.consents.withdrawLost", { app: asked.app?.displayName ?? "" })}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

function ConsentRow({ consent, onWithdraw }: { consent: Consent; onWithdraw: () => void }): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const { organisation } = useSession();
  const { app, scope, target, permissions, grantedAt } = consent;
  const name = app?.displayName ?? t("client.apps.requests.gone");
  const whom = {
    personal: t("client.apps.consents.forMe"),
    organization: t("client.apps.consents.forPlace", { place: organisation.displayName }),
    team: t("client.apps.consents.forPlace", { place: target?.displayName ?? "" }),
    chat: t("client.apps.consents.forPlace", { place: target?.displayName ?? "" }),
  }[scope];
  const when = formatDate(grantedAt, { dateStyle: "medium" });
  return (
    <li className={list.row}>
      <div className={list.what}>
        <AppIdentity
          icon={app?.icon ?? null}
          name={name}
          second={t("client.apps.consents.given", { whom, when, version: consent.version ?? "" })}
        />
        {permissions.length > 0 && (
          <Text size={200}>
            {t("client.apps.consents.may", { permissions: permissions.map(({ title }) => title).join(" · ") })}
          </Text>
        )}
      </div>
      <div className={list.actions}>
        <Button
          size="small"
          aria-label={t("client.apps.consents.withdrawThis", { app: name, whom })}
          onClick={onWithdraw}
        >
          {t("client.apps.consents.withdraw")}
        </Button>
      </div>
    </li>
  );
}
